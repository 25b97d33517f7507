// What one does with messages, in one file, loaded beside the first of them: a button that is there works at once.
export { ComposerTarget } from './composer-target.tsx'
export { compositionOf } from './composition.ts'
export { MessageFoot } from './message-foot.tsx'
export { MessageTools } from './message-tools.tsx'
export { pendingText } from './text-changes.ts'
