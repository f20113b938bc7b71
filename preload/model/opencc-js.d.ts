/** The character table of OpenCC's traditional-to-simplified conversion: pairs parted by `|`, each side by a space. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  export default pairs;
}
