/**
 * 1,024 words for people to read to one another, in English. Put together for this project from nothing but the language, and free under
 * its terms like everything else here. No word sounds like another: the first four letters distinguish each from the others, and no
 * two words differ by a single letter (`safety-words.test.ts`). The place of a word in the list is its number, which people compare who read
 * different languages: a word never changes its place.
 */
export const safetyWordsTexts: readonly string[] = `
abacus academy acorn acrobat airport alarm album algebra almond alphabet amber anchor ankle anthem antler apple
apricot apron archer arctic armchair aroma arrow artist aspen athlete atlas attic author autumn avenue award azure
badge bagel bakery balcony balloon bamboo banana bandage banjo banner barber barley baron barrel basil basket
bathtub battery bazaar beacon beagle beaker bedrock beehive beetle belfry bellows bench bicycle bingo birch birthday
bison blanket blazer blender blizzard blossom bobcat bobsled boiler bonfire bonnet bonus bookmark border botany
boulder bouquet bowling boxcar bracelet bramble branch breeze brick bridge bristle broccoli bronze broom brownie
bubble budget buffet bulb bulletin bumper bundle burger burrow butler button cabbage cabin cable cactus calcium
calendar camera campus candy canoe canvas canyon captain caramel cardigan cargo carnival carpet cartoon cascade
cashew castle cave cedar ceiling celery cello cement century chalk champion channel chapter charcoal cheddar cheese
chestnut chicken chimney chipmunk chisel chive chorus cinema cinnamon circus citrus city clarinet classic clay clerk
cliff climate cloak closet cloud clover cluster coast cobalt cobbler coconut coffee collar column comet comic
comrade concert cookie copper corner costume cotton country courage cousin cowboy coyote cradle crater cricket
crimson crown crystal cube cucumber cupboard cushion cycle daisy dancer database dawn daylight decade deckhand
degree delegate delta denim dentist derby detour diagram diamond diesel digital dinner dinosaur diploma discount
dishes dispatch dogwood dolphin domino donkey donut doorbell dragon drama drawer dream driver drizzle duckling dune
dusk earring easel echo eclipse editor eggplant elbow elder electron elephant elevator embassy emerald enamel encore
energy engine enigma envelope episode equator escort espresso estate evening explorer express fabric factory falcon
farmer fashion faucet feather fence fender fennel fern ferry fiber fiction fiddle figurine filter finger firefly
fisher flag flamingo flannel flask flavor fleece flint florist flourish flute foam footpath forest formula fortune
fossil fountain foxtrot fragment frame freedom freight friend frog frost fruit fudge furnace fusion future gadget
galaxy gallop garlic garment garnish gecko gemstone genius geranium giant gibbon giraffe glacier glass glider
glimmer globe glossary goblet goggles goldfish golfer gondola goose gossip gown grammar granite grape gravy grocery
grove guitar gymnast habitat hallway halo hamlet hammock hamster handbag harbor harmony harness harp harvest hatchet
haystack hazel headline hedge helium helmet herald heron hexagon hickory highway hiker hilltop hippo history hockey
holiday hollow homework honey horizon hostel huddle hundred hunter husky hydrogen icebox icicle igloo iguana impulse
incense indigo inlet insect interval invoice island ivory jackpot jaguar jasmine javelin jelly jewel jigsaw jogger
journey joystick juggler jukebox jumbo junction jungle juniper jupiter justice kangaroo karate kayak kebab keepsake
kelp ketchup kettle keyhole kimono kingdom kiosk kitchen kiwi knapsack knuckle koala label ladder lagoon lake lamp
language lantern laptop lasagna lattice laundry lava lavender leaflet league lecture ledger legend lemon lemur
lentil leopard library license lifeboat lion lipstick liquid lizard llama lobster lodge logic lollipop luggage
lullaby lumber lunch lyric machine mackerel magazine magic magnet magpie mahogany mailbox mammoth mandolin mango
manor mansion maple marathon marble margin mariner market maroon marsh marvel marzipan mascot mason matinee matrix
mattress meadow medley melon mercy merit message meteor metro millet mimosa mineral minnow miracle mirror mitten
mixer moat mobile mocha molecule monarch monument morning mosaic moss motel motto muffin mulberry mural mushroom
mustang mystery napkin narrator nebula necktie nectar needle neighbor neon nephew neptune nest network neutral
nickel nitrogen nomad nonsense north notebook notice novel nozzle nugget nurse nutmeg nutshell oasis oatcake oatmeal
oblong oboe obstacle ocean octagon octopus office ointment olive omelet onion onyx opal opera orange oratory orbit
orchid oregano organ osprey ostrich otter outback oven overall oxygen oyster package padlock pageant pagoda palace
palm pamphlet pancake panda panel papaya paper paprika parasol parcel parka parlor parsley partner password pastel
patio patrol pattern pavement peacock pelican pencil pendant penguin penny perfume pheasant phrase physics piccolo
picnic picture pigeon pillow pinball pinecone pitcher pixel pizza placard planet plastic plateau player plaza
plunger plywood pointer polish polka polo pomelo popcorn poplar porridge portal poster potato powder prairie preface
present pretzel primrose princess prism profile project promise proton proverb pudding pumpkin pupil puppet purple
puzzle pyramid quail quality quartz queen quiche quilt quince quorum quota rabbit raccoon radar radish railway
rainbow raisin ranger ration raven ravioli razor reactor rebound receipt recipe record redwood reef referee refuge
regatta region reindeer relay relic remedy reptile rescue resident resort reunion revival rhubarb rhythm ripple
ritual roadside robin rocket romance rooster rosemary roulette rowboat royal rubber ruby rucksack ruler rumble
runway rustic saddle safari saffron sailor salami salmon sample sandbox sapling sapphire sardine satchel satin
saturn sauna sausage savanna sawdust scallop scanner scarf scenery scholar science scooter screen script sculptor
seahorse seaport season seaweed secret seesaw segment semester seminar sentence serenade settler shadow shamrock
shelf shepherd shield shipyard shoebox shortcut shoulder shovel shower shrimp shrub shuttle sidewalk siesta signal
silence silicon silk silver siren sketch skillet skirt skyline sled sleeve slipper slogan sloth smoke snail snapshot
snorkel snowman soap soccer sofa soprano souffle spade spaniel sparrow speaker species sphinx spider spinner spiral
sponge spoon spring sprout spruce squash squirrel stadium stage stairway stamp stapler starfish statue steam steeple
stencil steward sticker stocking stork stove street strudel suburb subway sugar suitcase summit sunrise sunset
surfer surprise survey swallow swan sweater swimmer swing switch syllable symbol symphony syrup system tablet taco
tadpole talent tandem target tarmac tartan tavern taxi teacher teaspoon temple tennis terrier textbook theater
thermos thesis thicket thimble thistle thread throne thumb thunder tiara tidbit timber tinsel toaster tomato tonic
toolbox topaz tornado tortoise toucan tourist tower township toyshop tractor traffic trailer transit trapeze
traveler treasure treetop trellis triangle tribute tricycle trident trinket triumph trolley trombone trophy trout
truffle trumpet tuba tugboat tulip tumbler tundra tunnel turbine turnip turtle tuxedo tweed twilight twin typhoon
ukulele umbrella unicorn uniform universe upland upstairs usher utensil vacuum valley vanilla vase vault vector
vehicle velvet venus veranda veteran viaduct video village vinegar vintage violin visitor vitamin vocal volcano
voyage waffle wagon waiter wallet walnut walrus waltz warbler wardrobe washer watchman weaver wedding weekend
whisker wicker widget wildcat window winter wisdom wishbone wolf wombat woodwork wool workshop wrist yarn yearbook
yellow yodel yogurt zebra zenith zephyr zigzag zinc zipper zither zodiac zucchini
`
  .trim()
  .split(/\s+/)
