import { embedTexts } from '#i18n/embed.ts'
import { NoticePage } from '../ui/notice-page.tsx'

const { over } = embedTexts

/** Returns why no room stands in the frame, by its address: the query is the one with which somebody comes to the lobby. */
function readReason(): keyof typeof over {
  if (location.pathname !== '/embed/') return 'missing'
  const query = new URLSearchParams(location.search)
  const named = query.get('error') ?? ['destroyed', 'ended'].find((what) => query.has(what))
  return named !== undefined && Object.hasOwn(over, named) ? (named as keyof typeof over) : 'left'
}

/** The last state of a frame: why the room is not in it any more. */
export function EmbedEnd() {
  document.title = embedTexts.page
  const { title, text } = over[readReason()]
  return (
    <NoticePage title={title} text={text}>
      <a class="button button-line" href="/" target="_blank" rel="noopener">
        {embedTexts.way}
      </a>
    </NoticePage>
  )
}
