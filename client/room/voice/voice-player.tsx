import { voiceTexts } from '#i18n/voice.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Playback } from './playback.ts'
import { formatLength } from './recording.ts'
import { readWave, WAVE_BARS } from './wave.ts'

const t = voiceTexts

const PLAY = 'M8 5.5v13l10.5-6.5z'
const PAUSE = 'M8.5 6v12M15.5 6v12'

/** Units of the drawing: of the wave, and between two of its bars. */
const DRAWN = { height: 32, step: 4, least: 2 } as const

/** A voice: one control that plays it, and its wave, along which one can go. */
export function VoicePlayer(props: { label: string; wave: string | undefined; playback: Playback }) {
  const { playback } = props
  const levels = () => readWave(props.wave)
  const played = () => Math.round((playback.at() / Math.max(1, playback.duration())) * WAVE_BARS)
  const length = () => formatLength(playback.duration())
  const where = () => t.at(formatLength(playback.at()), length())
  return (
    <fieldset class="voice" aria-label={props.label}>
      <button
        type="button"
        class="button button-main button-icon voice-play"
        aria-label={playback.isPlaying() ? t.pause : t.play(length())}
        onClick={() => (playback.isPlaying() ? playback.pause() : void playback.play())}
      >
        <Icon path={playback.isPlaying() ? PAUSE : PLAY} />
      </button>
      <div class="voice-wave">
        <svg
          viewBox={`0 0 ${WAVE_BARS * DRAWN.step} ${DRAWN.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={drawBars(levels())} />
          <path class="voice-played" d={drawBars(levels().slice(0, played()))} />
        </svg>
        <input
          type="range"
          min="0"
          max={Math.max(1, Math.ceil(playback.duration() / 1_000))}
          step="1"
          value={Math.floor(playback.at() / 1_000)}
          aria-label={t.position}
          aria-valuetext={where()}
          onInput={({ currentTarget }) => playback.seek(currentTarget.valueAsNumber * 1_000)}
        />
      </div>
      <span class="voice-length" aria-hidden="true">
        {formatLength(playback.at() || playback.duration())}
      </span>
    </fieldset>
  )
}

function drawBars(levels: readonly number[]): string {
  const middle = DRAWN.height / 2
  return levels
    .map((level, bar) => {
      const half = Math.max(DRAWN.least, level * (middle - DRAWN.least))
      return `M${(bar + 0.5) * DRAWN.step} ${(middle - half).toFixed(1)}v${(half * 2).toFixed(1)}`
    })
    .join('')
}
