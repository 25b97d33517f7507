import type { LineFault } from '../../../protocol/text.ts'
import type { commonTexts as English } from '../en/common.ts'
import { formatNumber } from '../index.ts'

export type { Notice } from '../en/common.ts'

/** The texts of every page, in Japanese. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'ダークテーマに切り替え',
  lightTheme: 'ライトテーマに切り替え',
  name: 'あなたの名前',
  lineError: (fault: LineFault, max: number) =>
    fault.is === 'long'
      ? `${formatNumber(fault.length)}文字あります。${formatNumber(max)}文字までに短くしてください。`
      : fault.is === 'unseen'
        ? '見えない文字が含まれています。入力し直してください。'
        : fault.is === 'marks'
          ? '1つの文字に付いた記号が多すぎます。'
          : `表示できる文字を1〜${formatNumber(max)}文字で入力してください。`,
  password: 'パスワード',
  days: (days: number, hours: number) =>
    `${formatNumber(days)}日${hours > 0 ? `${formatNumber(hours)}時間` : ''}`,
}
