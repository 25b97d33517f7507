import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in Brazilian Portuguese. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'A porta',
    choices: { open: 'Aberta', knock: 'Batem à porta' },
    hints: {
      open: 'Qualquer pessoa com o link entra enquanto houver lugar.',
      knock: 'Qualquer pessoa com o link dá um nome e espera até um anfitrião deixar entrar.',
    },
  },
  history: {
    label: 'Quem chega depois vê',
    choices: { all: 'Tudo', 'from-join': 'A partir daí' },
    hints: {
      all: 'Pode ler o que foi dito antes.',
      'from-join': 'Não pode ler o que foi dito antes de chegar.',
    },
  },
  destroyBy: {
    label: 'Quem pode encerrar a sala',
    choices: { anyone: 'Qualquer pessoa', host: 'Os anfitriões' },
    hints: {
      anyone: 'Qualquer pessoa na sala pode destruí-la e mudar a hora do fim.',
      host: 'Só anfitriões podem destruí-la ou mudar a hora do fim.',
    },
  },
  starts: {
    label: 'Quando o pavio é aceso',
    choices: { second: 'Quando alguém chegar', now: 'Na hora' },
    hints: {
      second: 'O tempo corre quando outra pessoa está aqui há dez segundos, ou disse algo.',
      now: 'O tempo corre assim que você cria a sala.',
    },
  },
  files: {
    label: 'Arquivos e imagens',
    choices: { on: 'Sim', off: 'Não' },
    hints: {
      on: 'As pessoas podem enviar arquivos e imagens de até 25 MB cada. Eles somem com a sala.',
      off: 'Ninguém pode enviar arquivos nem imagens.',
    },
  },
}
