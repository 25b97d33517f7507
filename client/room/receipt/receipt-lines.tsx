import { Show } from 'solid-js'
import { receiptTexts } from '#i18n/receipt.ts'
import { formatTimeOfDay } from '../../i18n/time-of-day.ts'
import type { Receipt } from './make-receipt.ts'

/** How a room ended, when, after how many messages, and the fingerprint that people compare. Nobody is read it unasked. */
export function ReceiptLines(props: { receipt: Receipt }) {
  const { by, at, count, fingerprint } = props.receipt
  return (
    <div class="receipt" aria-live="off">
      <p>{receiptTexts.ended(by, formatTimeOfDay(at), count)}</p>
      <Show when={fingerprint}>
        <p>
          {receiptTexts.fingerprint}{' '}
          <bdi class="receipt-print" translate="no" dir="ltr">
            {fingerprint}
          </bdi>
        </p>
        <p class="receipt-same">{receiptTexts.same}</p>
      </Show>
    </div>
  )
}
