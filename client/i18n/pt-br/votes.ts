import type { votesTexts as English } from '../en/votes.ts'
import { formatCount, formatNumber } from '../index.ts'

const countVotes = (votes: number) =>
  votes === 0 ? 'nenhum voto' : formatCount(votes, { one: 'voto', other: 'votos' })

/** The texts of questions and polls, in Brazilian Portuguese. */
export const votesTexts: typeof English = {
  title: 'Mais a dizer',
  ask: 'Fazer uma pergunta',
  makePoll: 'Fazer uma enquete',
  disappear: 'Deixar mensagens desaparecerem',
  questions: 'Perguntas',
  cancel: 'Cancelar',
  send: 'Enviar',
  yourQuestion: 'Sua pergunta',
  askHint: 'Os outros podem votar nela, para que os anfitriões vejam o que mais interessa.',
  noQuestion: 'Escreva a pergunta primeiro.',
  tooLong: 'É longo demais para uma mensagem. Encurte.',
  choices: 'Opções',
  choice: (number) => `Opção ${formatNumber(number)}`,
  addChoice: 'Adicionar uma opção',
  removeChoice: (number) => `Remover a opção ${formatNumber(number)}`,
  choiceFaults: {
    empty: 'Escreva uma opção: uma enquete tem duas ou mais.',
    long: 'Uma opção tem no máximo 200 caracteres.',
    unseen: 'Use só caracteres visíveis.',
    same: 'Você já tem essa opção.',
  },
  perPerson: 'Cada pessoa tem',
  oneChoice: 'Uma opção',
  severalChoices: 'Várias',
  question: 'Pergunta',
  answered: 'Respondida',
  answeredOne: (question) => `Respondida: ${question}`,
  voteUp: (votes) => `Votar a favor, ${countVotes(votes)}`,
  poll: 'Enquete',
  pollClosed: 'Enquete encerrada',
  votes: countVotes,
  total: (votes, isClosed) =>
    isClosed
      ? `Resultado final: ${countVotes(votes)}.`
      : votes === 0
        ? 'Nenhum voto.'
        : `${countVotes(votes)}.`,
  several: 'Você pode escolher várias.',
  asServerCounts: 'Conforme a contagem do servidor, que não pode ler as opções.',
  takeBack: 'Retirar meu voto',
  closePoll: 'Encerrar a enquete',
  closed: 'A enquete está encerrada.',
  waiting: 'Seu voto está a caminho.',
  notLoaded: 'Não dá para votar aqui: este navegador não tem a chave.',
  failures: {
    'voting-closed': 'Seu voto chegou tarde: a votação está encerrada.',
    'too-many-reactions': 'Seu voto não foi contado: você pode escolher no máximo oito.',
    'message-not-found': 'Seu voto não foi contado: a mensagem não foi encontrada.',
  },
  failed: 'Seu voto não foi contado. Escolha de novo.',
  noQuestions: 'Nenhuma pergunta ainda.',
  earlier: 'Ver também as mensagens anteriores',
}
