/**
 * What each cue is worth. All weights stand here, so that they can be weighed against each other; they were set by
 * hand on made pages and pages written by hand, and their order matters more than their size.
 */

/** Points. One point is a habit, three a strong sign, six and more nearly a rule. */
export const weight = {
  /** A paragraph that stops mid-sentence for good; cheaper where its last mark announces what follows. */
  unfinished: -6,
  unfinishedAtSemicolon: -3,
  unfinishedAtColon: -0.5,
  /** A paragraph goes on after a whole sentence: nothing but an indent or a quote can show it. */
  continuesAfterSentence: -6,
  continuesMidSentence: 0.5,
  continuesAfterColon: -2,
  itemContinues: -3,
  numberedContinues: -4,
  indentAgrees: 1.5,
  indentContradicts: -5,
  missingIndentShowsContinuation: 5.5,
  quoteShowsContinuation: 5,
  /** Short lines without a final mark are headings, not paragraphs. */
  lineWithoutEnd: -2,
  shortLineWithoutEnd: -3.5,
  veryShortLineWithoutEnd: -5,
  fewCharactersWithoutEnd: -7,
  /** A share of the evidence that a paragraph goes on from the line taken for its heading. */
  goesOnFromHeading: -0.5,
  shortQuestionAsParagraph: -1,
  fragmentAtComma: -0.5,
  shortFragment: -2.5,
  veryShortFragment: -5,
  /** Where the cut did not fall at a mark: 今年，…… begins a sentence of its own, 为了……， most often does. */
  continuesLikeASentence: -4,
  continuesWithPreposition: -1.5,
  /** What stands below a picture's room is its caption, when it is short; else the picture has none. */
  captionBelowPicture: 1,
  shortTextBelowPicture: -3,
  longTextBelowPicture: -1,
  titleBelowPicture: -1,
  headingBelowPicture: -3,
  /** In a stack of pictures, each with its caption. */
  captionAbovePicture: 1,
  captionAtTop: -1,
  captionElsewhere: -6,
  captionBelowCaption: -3,
  captionSigned: 5,
  /** Nine captions of ten have fewer than twenty characters and one clause or two. */
  captionRatherLong: -1.5,
  captionLong: -2,
  captionVeryLong: -3,
  captionTooLong: -5,
  captionOfTwoSentences: -1,
  captionOfManySentences: -1,
  captionOfManyClauses: -1,
  /** 也, 却, 就 tie a clause to the text above; so does a word or two before a comma at the beginning. */
  captionTied: -2,
  captionBeginsTied: -2.5,
  captionBeginsLikeASentence: -2,
  captionTooShort: -3,
  captionBeginsWithBody: 1.5,
  /** Figures are what paragraphs give; a picture shows none. */
  captionWithFigures: -2,
  headingWithFigures: -1.5,
  headingLong: -1,
  headingVeryLong: -2.5,
  /** A body or place stands alone as a kicker, not as a heading. */
  headingNamesBody: -1.5,
  captionNamesBody: -2,
  /** （三）……: a heading that stands below a picture without a caption. */
  captionNumbered: -6,
  titleNamesBody: 1.5,
  captionWithoutEnd: -0.3,
  captionWithoutEndOnPageOfEnded: -1.5,
  /** A closing quote without its opening, a comma at the start: what begins so has begun before. */
  closesWhatItDidNotOpen: -4,
  beginsMidSentence: -8,
  leansBack: -2,
  numbered: 1.5,
  question: 1,
  /** One character and a comma: the rest of a word that was cut. */
  beginsWithHalfAWord: -2,
  beginsWithFigure: -2.5,
  /** 同时，…… and 据统计，…… begin sentences; 的 and 和 want something after them. */
  beginsOrStopsLikeASentence: -6,
  beginsWithPreposition: -2,
  headingAfterHeading: -2.5,
  headingAtEnd: -4,
  headingFirst: -2,
  headingBelowTitle: -0.5,
  headingWithSpace: -0.3,
  titleWithSpace: 0.5,
  titleWithComma: -1,
  titleInThreeParts: 1,
  titleNumbered: -4,
  titleFirst: 1,
  titleBelowLead: 0.5,
  titleAmongParagraphs: -1,
  titleSecondLine: -0.3,
  /** Below a kicker and a title only the title's other half, of the same length, or a subtitle. */
  titleLineTooMany: -2.5,
  titleFurtherLine: -3,
  titleAloneWithoutByline: -2,
  titlesWithoutByline: -0.5,
  titlesWithoutBylineOnPageOfBylines: -2,
  newArticle: -1.5,
  newArticleOnOneLine: -3,
  newArticleAtDateline: 8,
  newArticleInsideParagraph: -5,
  bylineBelowTitle: 4,
  namesBelowTitle: 1.5,
  bylineBelowByline: 1,
  bylineApart: -1,
  bylineWithoutTitle: -5,
  bylineAsText: -5,
  articleWithoutTitle: -4,
  articleWithoutBody: -6,
} as const;
