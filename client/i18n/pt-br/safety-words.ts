import type { safetyWordsTexts as English } from '../en/safety-words.ts'

/**
 * 1,024 words for people to read to one another, in Brazilian Portuguese. Put together for this project from nothing but the language, and
 * free under its terms like everything else here. No word sounds like another: without accents the first four letters distinguish each from the others, and no two words differ by a single letter (`safety-words.test.ts`). The place of a word in the list is its
 * number, which people compare who read different languages: a word never changes its place.
 */
export const safetyWordsTexts: typeof English = `
abacate abajur abano abelha abóbora abraço abrigo acácia academia açafrão acerola acordeão açougue acrobata açúcar
açude adesivo aeroporto agasalho agenda agosto agrião agulha aipim alameda alarme alaúde albergue álbum alcachofra
aldeia alecrim alface alfinete algodão alho aliança alicate almoço alpaca alpinista aluno amanhecer amarelo ameixa
amendoim amigo amizade amora ananás âncora andaime andorinha anel anis anjo antena antílope anzol apito aplauso
aprendiz aquarela aranha araucária árbitro arco areia argila armário aroma arquivo arraia arroz arte artista árvore
asfalto aspirador astro atalho atlas atleta ator atriz atum aula avelã avenida avestruz avião azaleia azeite azul babá
bacalhau bacia bagagem bailarina bairro balança balde baleia bambu banana banco bandeira bangalô banheiro banquete
barraca batata bateria batom batuque bazar bebida beliche bengala berço berinjela besouro beterraba bezerro biblioteca
bicicleta bico bife bigode bilhete binóculo bisavó biscoito bispo bloco blusa bola bolso bombeiro boneca borboleta
bordo borracha bosque botão bracelete brasa brigadeiro brilho brincos broche bromélia bronze broto bruma bueiro búfalo
bule burro bússola búzio caatinga cabana cabeça cabide cabo cabra cacau cachecol cacto cadarço cadeado café caiaque
caixa caju calango calça caldo calendário cálice camarão camelo caminhão camomila campo canal caneta canguru canivete
canoa canudo capacete capim capoeira carambola carimbo carne carroça carta carvalho casa castanha casulo catarata
catedral cauda cavalo caverna cebola cedro cegonha celeiro celular cenoura centopeia cera cereja cesta cevada chafariz
chaleira chaminé chapéu chave chicória chifre chinelo chocalho choupana chuchu churrasco chuteira chuva ciclone cidade
ciência cigarra cinema cinto cinza ciranda circo cisne clarinete clipe clube cobertor cobre cocada coelho coentro
cogumelo colar colchão colete colheita colina colmeia cometa comida compasso concha confete convite copo coqueiro
coração corda coreto correio cortina coruja cosmos costela cotovelo couro couve cozinha crachá cratera cravo creme
criança cristal crocodilo cruzeiro cuíca cumbuca curral curva cuscuz dado damasco dança dedal delta dente deserto
desfile detetive dezembro diamante diário dinheiro dinossauro diploma disco doce dominó doutor dragão drama ducha
duende dueto duque eclipse edifício editor elástico elefante elevador elmo embaixada emblema empada encanador engenho
enigma ensaio entrada envelope enxada equipe erva ervilha escada escola escudo esfera esfinge esgrima esmalte
esmeralda espaço espelho espinafre esponja espuma esqui estábulo estojo estrela estufa etiqueta eucalipto exame
fábrica fachada fagote faísca falcão família fantasia farinha farmácia farol fatia fauna faxina fazenda fechadura
feijão feira feltro feno ferrovia festival fevereiro fiapo fibra ficha filhote filme flamingo flanela flauta flecha
flor fogo fogueira folha fonte formiga forno fósforo fragata fralda framboesa frango frasco freio frigideira fronha
fruta fubá fumaça funil furadeira futebol futuro gabinete gafanhoto gaiola gaita gaivota galáxia galeria galinha
galpão gancho garagem garça garfo garganta gari garoto garrafa gasolina gato gaveta gelatina geleia gelo gêmeo
gengibre gerânio gergelim gibi gigante girafa girino glacê goiaba goleiro golfe gôndola gorila gorjeta gorro gota
grade grafite grampo granito grão gravata grilo groselha grua grupo guarda guaxinim guepardo guia guichê guidão
guindaste guitarra guizo hangar harpa hélice herói hexágono hidrante hino hipopótamo história holofote hora horizonte
hortelã hóspede hotel iate ícone idioma iglu igreja ilha imagem impala incenso inseto internet inverno iogurte irmão
isca isopor jabuti jacaré jacinto jade jaguar jaleco jambo janela jangada jantar jaqueta jardim jarra jasmim javali
jegue jiboia jipe joaninha jogador joia jornada judô juiz jumento junco júpiter labirinto laço ladrilho lagarta lagoa
lágrima lama lâmpada lancha lanterna lápis laranja lareira lasanha latão lavanda lavoura leão lebre leite lençol lenda
lentilha leopardo leque lesma letra libélula lição linha lírio lista livro lixo lobo lombada lona lontra losango
loteria louça loureiro lupa macaco machado madeira madrugada maestro magia magnólia maio mala mamão mamífero manada
mandioca manequim manga manjericão manteiga máquina maracujá marcenaria maré marfim margarida marimba marmelo marreco
máscara mecânico medalha médico medusa melancia melodia memória menina mensagem menta menu mercado mergulho mesa metal
meteoro metro mexerica microfone milho mina mineral minhoca minuto mirante mirtilo mochila moda modelo moinho monge
montanha morango morcego mosaico mosquito mostarda moto mouse móvel muleta mundo muralha museu musgo música nariz
narrador natação navalha navio neblina néctar nêspera neto neve ninho níquel noite nome novela novilho núcleo número
nuvem oásis obelisco oboé oceano óculos oeste oficina oitava óleo oliveira ombro omelete onça ônibus opala ópera
óptica órbita orelha órgão origami orquestra orvalho osso ostra ouriço outono outubro ouvido oxigênio paçoca padaria
padeiro padrinho pagode paiol paisagem palácio palco paleta palha palito palmeira panda pano panqueca pantanal
papagaio papel papiro papoula paraquedas pardal parede parque passarela pasta patins pavão pedaço pedra peito peixe
pele pelicano pena pêndulo peneira penhasco península peônia pepino perdiz perfume periquito pérola peru pescador
pêssego pétala petróleo piada pião picanha picolé pijama piloto pimenta pincel pinguim pintor pipa pipoca piquenique
pirâmide pires pirulito piscina pistache pitanga pizza placa planeta plateia pluma pneu poço poeira poema polegar
polícia polvo pomada pomba porão porcelana porta poste potro pousada praia prancha prato prédio prefeito prego
presente primavera princesa prisma pudim pulo pulseira pupila quadro quartzo queijo quermesse quilo química quintal
quiosque rabanete radar rádio rainha raiz ralo ramalhete rampa rapadura raposa raquete rebanho recado receita recibo
recreio rede refresco região régua relâmpago relógio remo repolho reptil requeijão resina retrato revista ribeiro
ritmo rodeio rodovia romance rosa rosto roteiro roupa rouxinol rubi rugido sabão sabiá sabonete sacada sacola safira
sagui salame salmão salsicha salto samambaia samba samurai sandália sanfona sapato sapo sardinha satélite saxofone
secador selva semáforo semente sereno serrote sertão sessão setembro silêncio silhueta símbolo sinal sinuca sirene
sítio skate sobrado sofá sombra soneto sonho sorriso sorte sorvete submarino suco surfe surpresa sushi suspiro tábua
talher tamanco tambor tangerina tanque tapete tapioca tarde tartaruga tatu táxi teatro tecido teclado teia telão
telefone telhado templo tênis tenor termômetro terno terraço tesoura texto tiara tigela tigre tijolo time tinta título
toalha toca toldo tomate tomilho topázio torneira torre toucinho traje trança trapézio trator trem trenó triângulo
tricô trilha tripé triunfo troféu trombone tronco truque tubarão tucano tulipa tundra túnel turbante turista turma
turquesa tutor uivo umbigo unha unicórnio uniforme urna urso urubu usina vaca vagão vale vapor vaqueiro varal vareta
vassoura vatapá velódromo veludo ventilador verão verdura vereda vespa vestido viaduto viagem vidro vila vinagre
violão visor vitamina vitral viveiro vizinho vogal volante vôlei volta vovó vulcão xadrez xampu xarope xerife xícara
xilofone zabumba zagueiro zangão zebra ziguezague zíper zoológico zumbido
`
  .trim()
  .split(/\s+/)
