// What the buttons beside a message do, in one file: it is loaded with the first of them that somebody uses.
export { ChangeState } from './change-state.tsx'
export { ComposerTarget } from './composer-target.tsx'
export { compositionOf } from './composition.ts'
export { followFinger } from './swipe.ts'
export { pendingText, textChangesOf } from './text-changes.ts'
