// What is drawn as nothing, by Unicode's own properties: white space, controls, what is to be ignored where it can't be
// shown (fillers, joiners, selectors, tags), and the few signs beside these that are blank by design. What no font has
// is drawn as a box.
const VISIBLE = /[^\p{White_Space}\p{DI}\p{Cc}\u2800\ufff9-\ufffc\u{13430}-\u{1343f}\u{16fe4}\u{1d159}]/u

/** Whether a text shows nothing, whatever is in it: it is refused as an empty one is, by the page and by the room. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text)
}
