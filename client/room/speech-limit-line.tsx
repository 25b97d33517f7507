import { createEffect, createMemo, on, onCleanup, Show } from 'solid-js'
import { speechLimitTexts } from '#i18n/speech-limit.ts'
import { announce } from '../ui/announcer.tsx'
import type { RoomModel } from './room-model.ts'
import { serverNow } from './server-now.ts'
import { findSpeechLimit, type SpeechLimit } from './speaking.ts'

const t = speechLimitTexts

/** Above the message box: why one may not speak now, or not at once. It is read out when it changes, and goes by itself. */
export function SpeechLimitLine(props: {
  room: RoomModel
  id: string
  /** Takes why nothing can be sent now; null where something can. */
  onBlock: (reason: string | null) => void
}) {
  const limit = createMemo(() => findSpeechLimit(props.room.state, serverNow(props.room)))
  const sentence = createMemo(() => sayLimit(limit()))
  createEffect(on(sentence, (now) => announce(now ?? t.over)))
  createEffect(() => props.onBlock(sayBlock(limit())))
  onCleanup(() => props.onBlock(null))
  return (
    <Show when={sentence()}>
      <p class="retention" id={props.id}>
        {sentence()}
      </p>
    </Show>
  )
}

/** Says why a participant can send nothing now; null where they can. */
export function sayBlock(limit: SpeechLimit | null): string | null {
  return limit?.is === 'slow' && !limit.isWaiting ? null : sayLimit(limit)
}

function sayLimit(limit: SpeechLimit | null): string | null {
  if (limit === null) return null
  if (limit.is === 'muted') return t.muted(limit.until)
  return limit.is === 'quiet' ? t.quiet : t.slow(limit.seconds)
}
