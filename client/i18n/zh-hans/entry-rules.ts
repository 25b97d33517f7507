import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in simplified Chinese. */
export const entryRulesTexts: typeof English = {
  door: {
    label: '门',
    choices: { open: '开着', knock: '要敲门' },
    hints: {
      open: '只要有席位，任何有链接的人都能进来。',
      knock: '有链接的人先报上名字，等主持人允许后进来。',
    },
  },
  history: {
    label: '后来的人能看到',
    choices: { all: '全部', 'from-join': '之后的内容' },
    hints: {
      all: '他们能阅读之前的内容。',
      'from-join': '他们读不到进来之前的内容。',
    },
  },
  destroyBy: {
    label: '谁可以结束房间',
    choices: { anyone: '房间里的任何人', host: '主持人' },
    hints: {
      anyone: '房间里的每个人都可以销毁房间，或更改结束时间。',
      host: '只有主持人可以销毁房间，或更改结束时间。',
    },
  },
  starts: {
    label: '何时点燃引线',
    choices: { second: '第二个人到场时', now: '立即' },
    hints: {
      second: '另一个人到场十秒，或说了话之后，开始计时。',
      now: '房间一创建就开始计时。',
    },
  },
  files: {
    label: '文件和图片',
    choices: { on: '允许', off: '不允许' },
    hints: {
      on: '大家可以发送文件和图片，每个不超过 25 MB。它们随房间一起消失。',
      off: '任何人都不能发送文件或图片。',
    },
  },
}
