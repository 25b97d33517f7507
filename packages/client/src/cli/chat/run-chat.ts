import type { ReadStream } from 'node:tty'
import { makeMessageId } from '../../../../../client/net/message-id.ts'
import type { Room } from '../../room.ts'
import type { Ending } from '../ending.ts'
import type { Entered } from '../enter-room.ts'
import { type Io, readStop } from '../io.ts'
import { addEntry, addOlder, dropPending } from './apply-entry.ts'
import { applyKey, type Effect } from './apply-key.ts'
import { applyRoomEvent, applySession, say } from './apply-room-event.ts'
import { type ChatState, makeChatState } from './chat-state.ts'
import { insertText, readComposer } from './composer.ts'
import { describeMessage } from './describe-message.ts'
import type { Key } from './keys.ts'
import { Labels } from './label-people.ts'
import { renderChat } from './render-chat.ts'
import { readCommand, readText, runCommand } from './run-command.ts'
import { Terminal } from './terminal.ts'
import { TypingPeople } from './typing-people.ts'

/** Milliseconds between two looks at the clock: the time left counts seconds. */
const TICK_EVERY = 1_000

/** Messages that are fetched when somebody goes up beyond what is here. */
const OLDER_PAGE = 100

/**
 * Shows a room in the whole terminal until its participant leaves, or it is over.
 * @param input the terminal that keys come from
 * @returns how that came; the screen is given back by then
 */
export async function runChat(entered: Entered, io: Io, input: ReadStream): Promise<Ending> {
  const chat = new Chat(entered, io, input)
  const leave = () => void entered.leave()
  io.stopped.addEventListener('abort', leave)
  try {
    await chat.run()
  } finally {
    io.stopped.removeEventListener('abort', leave)
    chat.close()
  }
  return io.stopped.aborted ? readStop(io.stopped) : entered.describeEnd()
}

/** What the screen shows, and what changes it: the room, the keys, the clock. */
class Chat {
  readonly #entered: Entered
  readonly #terminal: Terminal
  readonly #labels = new Labels()
  readonly #typing = new TypingPeople()
  readonly #ticking = setInterval(() => this.#showRoom(), TICK_EVERY)
  #state: ChatState
  /** The room as it was last shown, and how far this machine's clock is ahead of the server's, in milliseconds. */
  #clock: { room: Room; ahead: number } | null = null
  #isPaintDue = false

  constructor(entered: Entered, io: Io, input: ReadStream) {
    this.#entered = entered
    this.#terminal = new Terminal({
      input,
      output: process.stdout,
      hasColour: !io.env.NO_COLOR,
      onKey: (key) => this.#press(key),
      onResize: () => this.#fit(),
    })
    const { columns, rows } = this.#terminal
    this.#state = makeChatState({ columns, rows, note: '/help says what the keys do.' })
  }

  /** Shows what happens, until the session is over. */
  async run(): Promise<void> {
    this.#showRoom()
    for await (const event of this.#entered.session) {
      if (event.event === 'chat.typing')
        this.#typing.start(event.data.participantId, event.data.name, Date.now())
      if (event.event === 'chat.message') this.#typing.stop(event.data.participantId)
      this.#state = applyRoomEvent(this.#state, event, this.#labels)
      this.#showRoom()
    }
  }

  /** Gives the terminal back as it was. */
  close(): void {
    clearInterval(this.#ticking)
    this.#terminal.close()
  }

  #show(state: ChatState): void {
    this.#state = state
    if (this.#isPaintDue) return
    this.#isPaintDue = true
    // A hundred messages that come together are painted once.
    setImmediate(() => {
      this.#isPaintDue = false
      this.#terminal.paint(renderChat(this.#state, Date.now()))
    })
  }

  #showRoom(): void {
    const { session } = this.#entered
    const { room } = session
    if (this.#clock?.room !== room) this.#clock = { room, ahead: Date.now() - room.serverTime }
    const end = room.closesAt ?? room.expiresAt
    this.#show({
      ...applySession(this.#state, session, this.#labels),
      endsAt: room.startedAt === null ? null : end + this.#clock.ahead,
      typing: this.#typing.list(Date.now()),
    })
  }

  #fit(): void {
    const { columns, rows } = this.#terminal
    this.#show({ ...this.#state, columns, rows })
  }

  #press(key: Key): void {
    const { state, effect } = applyKey(this.#state, key)
    this.#show(state)
    if (effect) void this.#run(effect)
  }

  async #run(effect: Effect): Promise<void> {
    switch (effect.is) {
      case 'submit':
        return this.#submit(effect.text)
      case 'typing':
        return this.#entered.session.setTyping()
      case 'fetch-older':
        return this.#fetchOlder()
      case 'destroy': {
        const { refusal } = await this.#entered.session.destroy()
        return refusal && this.#note(refusal.message)
      }
      case 'leave':
        return this.#entered.leave()
      case 'suspend':
        return this.#terminal.suspend()
      case 'redraw':
        this.#terminal.forget()
        return this.#fit()
    }
  }

  async #submit(typed: string): Promise<void> {
    const command = readCommand(typed)
    if (!command) return this.#send(readText(typed))
    const result = await runCommand(this.#entered.session, command.name, command.argument)
    if ('note' in result) this.#note(result.note)
    else if ('say' in result) this.#show(result.say.reduce(say, this.#state))
    else if (result.next === 'leave') await this.#entered.leave()
    else this.#show({ ...this.#state, question: { is: 'destroy' } })
  }

  async #send(text: string): Promise<void> {
    const { session } = this.#entered
    const { participantId, name } = session.self
    const id = makeMessageId()
    this.#show(
      addEntry(this.#state, {
        ...{ is: 'message', id, seq: null, participantId, sender: name, isMine: true },
        ...{ at: Date.now(), text, mark: '' },
      }),
    )
    const { refusal } = await session.send(text, { id })
    if (!refusal) return
    // What was refused goes back to where it can be changed, unless something else is being typed.
    const rest = dropPending(this.#state, id)
    const isFree = readComposer(rest.composer) === ''
    this.#show(isFree ? { ...rest, composer: insertText(rest.composer, text) } : rest)
    this.#note(refusal.message)
  }

  async #fetchOlder(): Promise<void> {
    const first = this.#state.entries.find((entry) => entry.is === 'message' && entry.seq !== null)
    if (first?.is !== 'message' || first.seq === null) return
    this.#show({ ...this.#state, older: 'fetching' })
    const { value, refusal } = await this.#entered.session.messages({ before: first.seq, limit: OLDER_PAGE })
    if (refusal) {
      this.#show({ ...this.#state, older: 'there' })
      return this.#note(refusal.message)
    }
    const shown = value.messages.map((message) => {
      const { participantId, sender, alias } = message
      return describeMessage(message, this.#labels.label({ participantId, name: sender, alias }))
    })
    this.#show(addOlder(this.#state, shown, shown.length === OLDER_PAGE))
  }

  #note(note: string): void {
    this.#show({ ...this.#state, note })
  }
}
