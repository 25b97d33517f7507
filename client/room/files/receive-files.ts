import { onCleanup } from 'solid-js'

/**
 * Takes files that somebody drops or pastes anywhere on the page. By itself a browser would leave the room to show
 * what was dropped, and do nothing about what was pasted. Text goes where it always goes.
 */
export function receiveFiles(onFiles: (files: readonly File[]) => void): void {
  const listeners = new AbortController()
  const { signal } = listeners
  onCleanup(() => listeners.abort())

  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal })
  addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      onFiles([...(event.dataTransfer?.files ?? [])])
    },
    { signal },
  )
  addEventListener(
    'paste',
    ({ clipboardData }) => {
      // What is copied from a document comes as text and as a picture of it: the text is what is meant.
      const isFile = clipboardData !== null && clipboardData.files.length > 0
      if (isFile && !clipboardData.types.includes('text/plain')) onFiles([...clipboardData.files])
    },
    { signal },
  )
}
