import { notFoundTexts } from '#i18n/not-found.ts'
import { NoticePage } from '../ui/notice-page.tsx'

/** The page of every address that does not exist. */
export function NotFoundPage() {
  document.title = notFoundTexts.page
  return (
    <NoticePage title={notFoundTexts.title} text={notFoundTexts.text}>
      <a class="button button-main" href="/">
        {notFoundTexts.way}
      </a>
    </NoticePage>
  )
}
