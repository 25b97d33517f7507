import type { safetyWordsTexts as English } from '../en/safety-words.ts'

/**
 * 1,024 words for people to read to one another, in Spanish. Put together for this project from nothing but the language, and
 * free under its terms like everything else here. No word sounds like another: without accents the first four letters distinguish each from the others, and no two words differ by a single letter (`safety-words.test.ts`). The place of a word in the list is its
 * number, which people compare who read different languages: a word never changes its place.
 */
export const safetyWordsTexts: typeof English = `
abanico abedul abogado abrazo abrigo abuela acacia academia aceite acero acordeón acróbata actor acuario aduana
aeropuerto agenda agua águila aire ajedrez álamo alarma albañil albergue álbum alcalde aldea alfiler alfombra álgebra
algodón alhaja almeja almohada alondra altavoz altura alumno amanecer amapola ámbar amigo ananás ancla andén anillo
animal antena antorcha anzuelo apio aplauso apodo aprendiz araña árbitro árbol arcilla arcoíris armario aroma arpa
arquero arroyo artista asado ascensor asiento astilla atleta atún autobús avellana avenida avestruz avión aviso
azafrán azúcar azulejo babero bacalao baile bajada balanza balcón baldosa ballena bambú bandeja bañera barandilla
barba barco barniz báscula basílica bastón batería batido baúl bebida bellota berenjena biblioteca bicicleta bigote
billete bisonte bizcocho blusa bodega boina boleto bollo bolsa bombero bosque bota botella botón bóveda brecha brillo
brisa bronce brote brújula bruma buey búfalo búho bulto buñuelo burbuja buzón caballo cabeza cabina cabra cacao
cacerola cactus cadena café caimán caja calabaza calcetín caldo calendario calma cámara camello camisa campana canario
candado canela cangrejo canoa cantante capitán caracol carbón cariño carne carpeta cartero cascada castaña catedral
caucho cazuela cebada cebolla celda cemento cena cepillo cerámica cereza césped cesta chaleco champú chelo cheque
chicle chimenea chispa chocolate chubasco chuleta ciclo ciempiés cigarra cine cinta ciprés círculo ciruela ciudad
clarinete clase clavel cliente clínica cocina coco cofre cohete cojín colador colchón coliflor collar colmena color
columna comadreja comedor comida concierto conejo confeti corazón corbata corcho cordero corona correo cortina cosecha
costura coyote cráter crema crepe cristal cruce cuaderno cuarzo cubo cuchara cuello cuento cuerda cueva cumbre cúpula
dalia danza dardo dátil decena dedal dedo delantal delfín delicia delta dentista derecha desayuno desfile desierto
desván diadema diamante diario dibujo diente dieta dinero dinosaurio diploma disco disfraz diván doctor dólar domingo
dormitorio dragón drama droguería ducha dulce dulzaina dunas durazno ébano eclipse edificio editor ejemplo elefante
embajada emblema embudo empanada emperador encaje enchufe encina enero enjambre ensalada entrada envase equipo erizo
escalera escoba escudo esfera esmalte espejo espiga esponja espuma esquina estadio estrella estufa etapa etiqueta
eucalipto examen fábrica fachada faisán falda familia fantasma farmacia faro fauna febrero felpa feria festival fibra
ficha fideo fiesta figura filete filtro final finca firma flamenco flan flauta flecha flor foca fogata folleto fondo
fontanero fortuna fósforo foto frambuesa frasco fregona fresa frijol frontera fruta fuego fuelle fuente furgón fútbol
futuro gabardina gacela gafas gaita galaxia galería galleta galope ganado gancho garaje garbanzo garganta garza
gaseosa gasolina gato gaviota gelatina gemelo geólogo geranio gigante gimnasio girasol glaciar glaseado gloria gnomo
golosina góndola gorila gorra gotera grada gráfico granero grifo grosella grúa grupo guacamayo guante guepardo guía
guinda guion guirnalda guisante guitarra gusano habitación hacha hamaca hangar harina hebilla helado helecho hélice
hermano héroe herradura hexágono hierba higuera hilo himno hipopótamo historia hogar hoja hombro horizonte hormiga
horno hortensia hospital hotel huella huerto huevo humo icono idioma iglesia iglú iguana imagen imán imprenta incienso
insecto invierno isla islote istmo jabalí jabón jacinto jaguar jarabe jardín jarra jaula jazmín jengibre jersey
jilguero jinete jirafa jornada joven joya joyero jueves jugador jugo juguete julio junco júpiter karate kayak
kilómetro kimono kiosco kiwi koala labio ladrillo lagarto lago lágrima laguna lámpara langosta lasaña lata lavadora
lección leche lector legumbre lenteja león leopardo letra leyenda libélula libro liebre lienzo lima línea linterna
lirio lista litera llama llave lluvia lobo lotería lucero luciérnaga lugar luna lunes maceta madera madre maestro
magdalena magia magnolia maíz maletín malla mamífero mamut mandarina manguera mano manta manzana máquina maraca marea
marfil margarita mariposa marmota martes marzo máscara mástil mayonesa mazorca mecedora medalla médico medusa mejilla
mejorana melena melón membrillo memoria menú mercado merienda merluza mermelada mesa metal meteoro metro micrófono
miel miércoles mijo mimosa mina mineral minuto mirador mirlo mochila moda modelo molde molino moneda montaña mosaico
mosca mostaza motor móvil mueble muela mujer mundo muñeca muralla museo música nácar nadador naipe naranja nariz
navaja navidad neblina néctar nevera nicho niebla nieto nieve niño níquel noche nogal nómada nombre noria norte
noticia novela nube nudillo nudo nuez número nutria oasis obelisco oboe obra océano octógono octubre oeste oficina
oído oliva olmo ombligo onda ópalo ópera óptica oráculo órbita órgano orilla orquesta oruga ostra otoño oveja oxígeno
pabellón paella página paisaje pájaro palacio paloma pampa panal pandero pantalla pañuelo papagayo papel paquete
paraguas parche pared párpado pasarela pasillo pasta patata patio pavo payaso peatón pecera pedazo pegatina peine
película pelota peluca peñasco péndulo península pentágono pepino percha perejil perfume perico perro persona pesca
pestaña pétalo petirrojo petróleo piano picnic piedra pierna pijama pila piloto pimienta piñata pincel pingüino pintor
pirámide pisada piscina pistacho pizarrón pizza planeta plátano plaza pliegue poblado podio poema polea policía pomelo
poncho portero poste potro pozo pradera precio prensa primo princesa prisma probeta prólogo pueblo puerta pulpo
pulsera puma punta pupitre puré queso quilate química quince rábano racimo radar radio ráfaga rallador ramo ranura
raqueta rastro ratón recado receta recibo recreo reflejo refresco refugio regalo regla reina relámpago reloj remolacha
renacuajo reno repisa retama retrato revista rincón ritmo roble robot rocío rodaja rodilla romero rosa rotonda rubí
rueda ruiseñor sábana sabor saco safari sala salchicha salero salmón salto sandía sardina sartén sastre sauce savia
secador semáforo semilla señal señor serie serpiente serrucho servilleta sesión seto siete silbato silencio silla
silueta símbolo simio sirena sobre sombrero sonaja sonido sonrisa sopa soplo sorpresa sótano submarino sueño suerte
suéter surco taberna tabique tabla taburete taladro talco taller talón tamarindo tambor tango tanque tapete tapiz
taquilla tarde tarjeta tarro tarta tatuaje taza teatro techo tecla tejado telar teléfono templo tenaza tenedor tenis
termo ternera tesoro tetera tiburón tiempo tienda tierra tigre tijera tilde timbre timón tintero tiovivo títere toalla
tobogán tocino toldo tomate tomillo tonel topo torero tormenta tornillo torre tortuga tostada trabajo tractor traje
tranvía trapo trébol treinta tren triciclo trigo trineo trofeo trompeta tronco trovador trucha trueno tuba tubería
tucán tuerca tulipán tundra túnica turbina turista turquesa turrón tutor ukelele unicornio unidad urna urraca vaca
vagón vainilla vajilla valle válvula vapor varita vaso vecino vehículo vela velero ventana verano verdura vereda verja
vestido viaje vidrio viento viernes vihuela vinagre viñedo violín visera vitamina vitrina vocal volante volcán
voleibol vuelo xilófono yegua yerno yogur yuca yunque zafiro zaguán zanahoria zanja zapato zodiaco zoológico zorro
zumbido
`
  .trim()
  .split(/\s+/)
