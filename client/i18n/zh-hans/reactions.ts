import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatList, formatNumber } from '../index.ts'

/** The texts of reactions, in simplified Chinese. */
export const reactionsTexts: typeof English = {
  title: '表态',
  emoji: '表情',
  names: [
    ...['赞', '踩', '爱心', '笑哭', '微笑', '惊讶', '难过', '生气'],
    ...['庆祝', '感谢', '鼓掌', '火', '眼睛', '思考', '一百分', '对勾'],
    ...['叉', '星星', '火箭', '点子', '挥手', '力量', '握手', '咖啡'],
  ],
  words: {
    yes: '是',
    no: '否',
    thanks: '谢谢',
    agreed: '同意',
    later: '稍后',
    done: '完成',
    'on-it': '在做了',
    'plus-one': '+1',
  },
  counted: (shown, count, isMine) => `${shown} ${count}${isMine ? '，包括你的' : ''}`,
  others: (count) => `另外 ${formatNumber(count)} 个表态`,
  reactions: '表态',
  you: '你',
  somebody: '已离开的人',
  who: (names) => formatList([...names]),
  asServerCounts: '由服务器计数，它读不到内容。',
  notLoaded: '你在此无法表态：此浏览器没有相应的密钥。',
  failures: {
    'voting-closed': '你的表态未被接受：此消息不再接受表态。',
    'too-many-reactions': '你的表态未被接受：一条消息最多有你的 8 个表态，最多 24 种。',
    'message-not-found': '你的表态未被接受：消息已不存在。',
  },
  failed: '你的表态未被接受，请重试。',
}
