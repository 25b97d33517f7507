import { notFoundWords } from '../i18n/en/not-found.ts'
import { NoticePage } from '../ui/notice-page.tsx'

/** For every address that is none of ours. */
export function NotFoundPage() {
  document.title = notFoundWords.page
  return (
    <NoticePage title={notFoundWords.title} text={notFoundWords.text}>
      <a class="button button-main" href="/">
        {notFoundWords.way}
      </a>
    </NoticePage>
  )
}
