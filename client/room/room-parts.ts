// What every room loads once it is entered, in one file: as many files as there are parts would each be a request of its own.

export { ComposerTarget } from './actions/composer-target.tsx'
export { compositionOf } from './actions/composition.ts'
export { MessageFoot } from './actions/message-foot.tsx'
export { MessageTools } from './actions/message-tools.tsx'
export { pendingText } from './actions/text-changes.ts'
export { ConnectionBanner } from './connection-banner.tsx'
export { describeEncryption, readEncryptionState } from './describe-encryption.ts'
// They are seen a moment later than the box, and weigh nothing before.
export { AttachButtons } from './files/attach-buttons.tsx'
export { Hands } from './hands.tsx'
export { FoldedText } from './messages/folded-text.tsx'
export { RichMessage } from './messages/rich-message.tsx'
export { noticeEvent } from './notice-events.ts'
export { makeOrderCheck } from './out-of-order.ts'
export { PersonSigns } from './person-signs.tsx'
export { createRoomEffects } from './room-effects.ts'
