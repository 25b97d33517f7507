import { MessageEditor, type MessageEditorOptions } from './change-messages.ts'
import { FrameDispatcher } from './dispatch-frame.ts'
import { RelayBatchDispatcher, type RelayBatchDispatcherOptions } from './dispatch-relay-batch.ts'
import { EventFlusher, type EventFlusherOptions } from './flush-events.ts'
import { SocketOpener, type SocketOpenerOptions } from './open-socket.ts'
import { MessagePoster, type MessagePosterOptions } from './post-message.ts'
import { Typing } from './state/typing.ts'

/** The parts of a room that what comes in acts on. */
type RoomTrafficOptions = SocketOpenerOptions &
  MessagePosterOptions &
  MessageEditorOptions &
  Omit<RelayBatchDispatcherOptions, 'poster' | 'typing'> &
  Omit<EventFlusherOptions, 'sockets' | 'editor'>

/** What comes into a room and goes out of it: sockets, frames, batches of relays, messages and broadcasts. */
export class RoomTraffic {
  readonly sockets: SocketOpener
  readonly poster: MessagePoster
  readonly editor: MessageEditor
  readonly typing: Typing
  readonly frames: FrameDispatcher
  readonly relayBatches: RelayBatchDispatcher
  readonly flusher: EventFlusher

  constructor(options: RoomTrafficOptions) {
    this.sockets = new SocketOpener(options)
    this.poster = new MessagePoster(options)
    this.editor = new MessageEditor(options)
    this.typing = new Typing(options.settings, options.events, options.presence)
    const { poster, editor, typing, sockets } = this
    this.frames = new FrameDispatcher({ ...options, poster, typing })
    this.relayBatches = new RelayBatchDispatcher({ ...options, poster, typing })
    this.flusher = new EventFlusher({ ...options, editor, sockets })
  }
}
