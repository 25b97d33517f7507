import { entryRefusedTexts } from '#i18n/entry-refused.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { SeatWaitLine } from './seat-wait-line.tsx'

const t = entryRefusedTexts

/** The last seat was taken while this page was on its way: it waits here for the next. */
export function FullPrompt(props: { roomId: string; onAgain: () => void }) {
  return (
    <NoticePage title={t.full.title} text={t.full.text}>
      <SeatWaitLine roomId={props.roomId} onEnter={props.onAgain} />
      <a class="button" href="/">
        {t.lobby}
      </a>
    </NoticePage>
  )
}
