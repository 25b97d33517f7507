import type { ChatState } from './chat-state.ts'
import { EMPTY_COMPOSER, editText, insertText, readComposer } from './composer.ts'
import type { Key, KeyAction } from './keys.ts'
import { measureEntries, measureList } from './render-chat.ts'

/** What a key has the program do, besides what the screen shows. */
export type Effect =
  | { is: 'submit'; text: string }
  | { is: 'typing' }
  | { is: 'destroy' }
  | { is: 'leave' }
  | { is: 'suspend' }
  | { is: 'redraw' }
  | { is: 'fetch-older' }

interface Applied {
  state: ChatState
  effect?: Effect
}

/** Does what a key does. */
export function applyKey(before: ChatState, key: Key): Applied {
  if (key.is === 'focus' || key.is === 'blur') return { state: { ...before, hasFocus: key.is === 'focus' } }
  if (key.is === 'leave' || key.is === 'suspend' || key.is === 'redraw')
    return { state: before, effect: { is: key.is } }
  if (before.question) return answerQuestion(before, key)
  // What a note says was read once somebody goes on.
  const state = before.note ? { ...before, note: '' } : before
  if (key.is === 'text')
    return { state: { ...state, composer: insertText(state.composer, key.text) }, effect: { is: 'typing' } }
  if (key.is === 'send') return submit(state)
  if (key.is === 'leave-if-empty')
    return readComposer(state.composer) === '' ? { state, effect: { is: 'leave' } } : edit(state, 'delete')
  return scroll(state, key.is) ?? edit(state, key.is)
}

/** Moves what is shown by a number of rows: up where `by` is positive. It never leaves the list. */
export function scrollBy(state: ChatState, by: number): Applied {
  const most = Math.max(0, measureEntries(state) - measureList(state))
  const to = Math.min(most, Math.max(0, state.scroll + by))
  const isAtTop = to === most && by > 0 && state.older === 'there'
  return { state: { ...state, scroll: to }, ...(isAtTop && { effect: { is: 'fetch-older' } }) }
}

function answerQuestion(state: ChatState, key: Key): Applied {
  const isYes = key.is === 'text' && /^y/i.test(key.text)
  return { state: { ...state, question: null }, ...(isYes && { effect: { is: 'destroy' } }) }
}

function submit(state: ChatState): Applied {
  const text = readComposer(state.composer)
  if (text.trim() === '') return { state }
  // Who speaks has read what is here, and sees what they say.
  return {
    state: { ...state, composer: EMPTY_COMPOSER, scroll: 0, unread: null },
    effect: { is: 'submit', text },
  }
}

function scroll(state: ChatState, action: KeyAction): Applied | null {
  const page = Math.max(1, measureList(state) - 1)
  switch (action) {
    case 'page-up':
      return scrollBy(state, page)
    case 'page-down':
      return scrollBy(state, -page)
    case 'oldest':
      return scrollBy(state, Number.MAX_SAFE_INTEGER)
    case 'newest':
    case 'cancel':
      return scrollBy(state, -state.scroll)
    case 'line-end':
      // End has two meanings, and only one of them where nothing is typed.
      return state.scroll > 0 && state.composer.after === '' ? scrollBy(state, -state.scroll) : null
    default:
      return null
  }
}

function edit(state: ChatState, action: KeyAction): Applied {
  const composer = editText(state.composer, action)
  if (composer) return { state: { ...state, composer } }
  if (action === 'up' || action === 'down') return scrollBy(state, action === 'up' ? 1 : -1)
  return { state }
}
