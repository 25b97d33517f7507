import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in Japanese. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'ドア',
    choices: { open: '開いている', knock: 'ノック制' },
    hints: {
      open: 'リンクを知っている人は、席が空いていれば入室できます。',
      knock: 'リンクを知っている人は、名前を入れて、ホストが中に入れるまで待ちます。',
    },
  },
  history: {
    label: '後から来た人に見えるもの',
    choices: { all: 'すべて', 'from-join': '入室後だけ' },
    hints: {
      all: '来る前の会話も読むことができます。',
      'from-join': '来る前の会話は読めません。',
    },
  },
  destroyBy: {
    label: 'ルームを終わらせられる人',
    choices: { anyone: '全員', host: 'ホスト' },
    hints: {
      anyone: 'ルームにいる人は誰でも、破棄したり、終わりの時刻を変えたりできます。',
      host: 'ホストだけが、破棄したり、終わりの時刻を変えたりできます。',
    },
  },
  starts: {
    label: '導火線に火がつくとき',
    choices: { second: '2人目が来たとき', now: 'すぐに' },
    hints: {
      second: 'ほかの人が10秒間いるか、何か発言すると、時間が進み始めます。',
      now: 'ルームを作ると、すぐに時間が進み始めます。',
    },
  },
  files: {
    label: 'ファイルと画像',
    choices: { on: 'オン', off: 'オフ' },
    hints: {
      on: 'ファイルや画像を、1つ25 MBまで送信できます。ルームと一緒に消えます。',
      off: '誰もファイルや画像を送信できません。',
    },
  },
}
