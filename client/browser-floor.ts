/**
 * The browsers that the page is made for: Chrome and Edge 123, Firefox 128, Safari 17.5 (2024). The compiler knows what
 * they can do and nothing newer: ES2024, and the DOM as its types were in May 2024 (`@typescript/lib-dom`). To use
 * something newer, ask for it by its name (`'share' in navigator`) and declare it beside that; in styles `@supports`.
 */

/** True where the compiler does not know it; with newer types this file is the first that no longer compiles. */
type Unknown<Name extends string, Known> = Name extends keyof Known ? never : true

/** Of each kind one that is too new. */
export const TOO_NEW: [Unknown<'parse', typeof URL>, Unknown<'try', PromiseConstructor>] = [true, true]
