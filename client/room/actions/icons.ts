// Drawn on a grid of 24 with one stroke, as in ui/icon.tsx.

/** An arrow back to what is answered. */
export const REPLY = 'M10 7L5 12l5 5M5 12h9a5 5 0 0 1 5 5v1'
/** A face that smiles. */
export const REACT = 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9 10h.01M15 10h.01M8.7 14a4 4 0 0 0 6.6 0'
/** A pencil. */
export const EDIT = 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4'
/** A bin. */
export const TAKE_BACK = 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 10.5v5.5M13.5 10.5v5.5'
