import { filesTexts } from '#i18n/files.ts'
import { saveBlob } from '../../browser/save-file.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** A picture as large as the window. */
export function PictureDialog(props: {
  name: string
  alt: string
  address: string
  blob: Blob | undefined
  onClose: () => void
}) {
  return (
    <Dialog title={props.name} class="picture-dialog" onClose={props.onClose}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <img class="picture-large" src={props.address} alt={props.alt} />
          <div class="dialog-actions">
            <button
              type="button"
              class="button button-line"
              onClick={() => {
                const { blob } = props
                if (blob) saveBlob(props.name, blob.slice(0, blob.size, 'application/octet-stream'))
              }}
            >
              {filesTexts.save}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
