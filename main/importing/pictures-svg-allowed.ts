/** What an SVG picture may hold to be a picture and nothing more: names that draw, and values that lead nowhere else. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements that draw or say how. What is none of these goes with all that is in it. */
export const DRAWING: ReadonlySet<string> = words(
  "svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath image " +
    "marker linearGradient radialGradient stop pattern clipPath mask style filter feBlend feColorMatrix feComponentTransfer " +
    "feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset",
);

/** Elements of which only what they hold is kept. */
export const TRANSPARENT: ReadonlySet<string> = words("a");

const STYLED: ReadonlySet<string> = words(
  "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters cursor " +
    "direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family " +
    "font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering letter-spacing " +
    "marker marker-end marker-mid marker-start mask opacity overflow paint-order shape-rendering stop-color stop-opacity " +
    "stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity " +
    "stroke-width text-anchor text-decoration text-rendering transform transform-origin unicode-bidi vector-effect " +
    "visibility white-space word-spacing writing-mode",
);

const PLACED: ReadonlySet<string> = words(
  "class clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height id in in2 k1 k2 k3 k4 lengthAdjust " +
    "markerHeight markerUnits markerWidth maskContentUnits maskUnits mode offset operator order orient pathLength " +
    "patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r radius refX refY result " +
    "rotate rx ry slope intercept amplitude exponent spreadMethod startOffset stdDeviation systemLanguage tableValues " +
    "textLength type values version viewBox width x x1 x2 y y1 y2 filterUnits",
);

/** Elements whose `href` may name another part of the same picture. */
const REFERRING: ReadonlySet<string> = words(
  "use textPath linearGradient radialGradient pattern filter mask clipPath",
);

const LOCAL = /^#[^\s"'()<>\\]{1,200}$/;

/** A picture of pixels within the picture, its bytes in the address itself. */
const PIXELS = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s%]*$/;

/** The attribute as it may stand; null where it may not. `name`: without its prefix. */
export function allowedAttribute(element: string, name: string, value: string): string | null {
  if (name === "href") return allowedAddress(element, value.trim());
  if (name === "style") return allowedDeclarations(value);
  if (name === "d" || name === "points") return /^[\w\s.,+-]*$/.test(value) ? value : null;
  if (!STYLED.has(name) && !PLACED.has(name)) return null;
  return isInert(value) ? value : null;
}

function allowedAddress(element: string, address: string): string | null {
  if (element === "image") return PIXELS.test(address) ? address : null;
  return REFERRING.has(element) && LOCAL.test(address) ? address : null;
}

/** A `style` attribute without the declarations that are not known, or could fetch. */
function allowedDeclarations(value: string): string | null {
  const kept = value.split(";").flatMap((declaration) => {
    const [property = "", ...rest] = declaration.split(":");
    const name = property.trim().toLowerCase();
    const said = rest.join(":").trim();
    return STYLED.has(name) && said !== "" && isInert(said) ? [`${name}:${said}`] : [];
  });
  return kept.length === 0 ? null : kept.join(";");
}

/** A style sheet of plain rules (`.a, text { fill: red }`), rule by rule, with what is not known left out. */
export function allowedStyleSheet(text: string): string {
  const bare = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");
  const rules: string[] = [];
  for (const [, selector = "", body = ""] of bare.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    const declarations = allowedDeclarations(body);
    if (declarations !== null && /^[\w\s.#,>+~*-]+$/.test(selector)) {
      rules.push(`${selector.trim()}{${declarations}}`);
    }
  }
  return rules.join("");
}

/** Values without escapes, without markup, and without a function that takes an address but for a part of the picture. */
function isInert(value: string): boolean {
  if (/[\\<>@{}]/.test(value)) return false;
  const elsewhere = value.replace(/\burl\(\s*(["']?)#[^\s"'()<>\\]{1,200}\1\s*\)/gi, "none");
  return !/(?:url|src|image|image-set|expression|element|attr|var|env|cross-fade|paint)\s*\(|:/i.test(
    elsewhere,
  );
}
