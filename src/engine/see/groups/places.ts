import { group, type Group } from "./group.ts";

const SHORE = "seashore 978, sandbar 977";
const SEA = `${SHORE}, promontory 976, breakwater 460, lighthouse 437`;
const BOATS = `canoe 472, catamaran 484, trimaran 871, yawl 914, schooner 780, speedboat 814,
  lifeboat 625, gondola 576, fireboat 554, paddle 693, pirate ship 724, ocean liner 628,
  container ship 510`;
const MOUNTAINS = "alp 970, valley 979, ibex 350, bighorn 349";
const FARM = `hay 958, barn 425, harvester 595, thresher 856, tractor 866, plough 730,
  worm fence 912, rapeseed 984, corn 987, ear 998, ox 345, oxcart 690, hog 341, ram 348, hen 8,
  cock 7, horse cart 603, apiary 410`;
const LANDSCAPE = `${SEA}, ${MOUNTAINS}, cliff 972, volcano 980, lakeside 975, geyser 974,
  hay 958, rapeseed 984, worm fence 912`;
const HISTORIC = `castle 483, palace 698, monastery 663, bell cote 442, church 497, mosque 668,
  stupa 832, dome 538, triumphal arch 873, obelisk 682, cliff dwelling 500, tile roof 858, vault 884,
  megalith 649`;
const BEDROOM = "four-poster 564, quilt 750, pillow 721, crib 520, cradle 516, bassinet 431";
const BATHROOM = `bathtub 435, tub 876, shower curtain 794, toilet seat 861, washbasin 896,
  medicine chest 648, toilet tissue 999, soap dispenser 804, bath towel 434`;
const LIVING = "studio couch 831, entertainment centre 548, home theatre 598, television 851";

/** Where pictures were taken. Within a table, a word gives way to one that is more particular. */
export const PLACES: readonly Group[] = [
  group("place", "beach", SHORE, 0.4),
  group("place", "coast", SEA, 0.45),
  group("place", "lake", "lakeside 975, boathouse 449, canoe 472", 0.4),
  group(
    "place",
    "harbour",
    "dock 536, pier 718, boathouse 449, breakwater 460, container ship 510",
  ),
  group(
    "place",
    "water",
    `${SEA}, ${BOATS}, lakeside 975, dock 536, pier 718, boathouse 449, dam 525`,
    0.4,
  ),
  group(
    "place",
    "underwater",
    `coral reef 973, scuba diver 983, snorkel 801, jellyfish 107,
    sea anemone 108, brain coral 109, sharks 2-4, rays 5-6, sea slug 115, starfish 327, sea urchin 328,
    rock beauty 392, anemone fish 393, lionfish 396, puffer 397`,
    0.5,
  ),
  group("place", "mountains", MOUNTAINS, 0.4),
  group("place", "cliffs", "cliff 972, promontory 976"),
  group("place", "volcano", "volcano 980", 0.7),
  group("place", "snow", "ski 795, snowmobile 802, dogsled 537, snowplough 803"),
  group("place", "countryside", FARM),
  group("place", "landscape", LANDSCAPE, 0.3),
  group(
    "place",
    "nature",
    `${LANDSCAPE}, ${FARM}, daisy 985, lady's slipper 986, cardoon 946,
    hip 989, acorn 988, buckeye 990, mushrooms 991-997, mushroom 947, insects and spiders 70-79,
    insects 300-326, snails 113-114, lizards 38-48, frogs 30-32, birds 10-24, grouse 80-86,
    wild birds 127-146, ducks 97-98, coral reef 973, foxes and wolves 269-280, big cats 286-293,
    bears 294-297, mongooses 298-299, hares 330-331, rodents 334-337, hoofed animals 342-344,
    bison and antelopes 347-353, weasels 356-363, apes and monkeys 364-384, elephants 385-386, pandas 387-388,
    zebra 340, spider web 815`,
    0.38,
  ),
  group(
    "place",
    "garden",
    `greenhouse 580, flowerpot 738, patio 706, park bench 703, sundial 835, birdhouse 448,
    lawn mower 621, wheelbarrow 428`,
    0.5,
  ),
  group(
    "place",
    "city",
    `cab 468, traffic light 920, street sign 919, parking meter 704, tram 829,
    trolleybus 874, minibus 654, police van 734, limousine 627, manhole cover 640, pay-phone 707,
    rickshaw 612, school bus 779, garbage truck 569, ambulance 407, crane 517`,
    0.5,
  ),
  group("place", "castle", "castle 483"),
  group("place", "church", "church 497, altar 406, organ 687, vault 884"),
  group("place", "mosque", "mosque 668"),
  group("place", "temple", "stupa 832"),
  group("place", "historic building", HISTORIC),
  group("place", "bridge", "suspension bridge 839, steel arch bridge 821, viaduct 888"),
  group("place", "restaurant", "restaurant 762, menu 922"),
  group(
    "place",
    "kitchen",
    `microwave 651, refrigerator 760, dishwasher 534, stove 827, toaster 859,
    frying pan 567, wok 909, Dutch oven 544, Crock Pot 521, spatula 813, ladle 618, mixing bowl 659,
    measuring cup 647, plate rack 729, strainer 828, wooden spoon 910, waffle iron 891`,
  ),
  group("place", "bedroom", BEDROOM),
  group("place", "bathroom", BATHROOM),
  group(
    "place",
    "at home",
    `${BEDROOM}, ${BATHROOM}, ${LIVING}, table lamp 846, bookcase 453,
    chiffonier 493, wardrobe 894, china cabinet 495, rocking chair 765, window shade 905,
    sliding door 799, fire screen 556, dining table 532, radiator 753`,
    0.45,
  ),
  group(
    "place",
    "office",
    `desk 526, desktop computer 527, laptop 620, notebook 681, monitor 664,
    keyboard 508, mouse 673, printer 742, photocopier 713, file 553, space bar 810`,
    0.5,
  ),
  group("place", "library", "library 624, bookcase 453, bookshop 454"),
  group(
    "place",
    "shop",
    `grocery 582, bakery 415, butcher shop 467, confectionery 509, shoe shop 788,
    toyshop 865, tobacco shop 860, bookshop 454, shopping cart 791, shopping basket 790`,
  ),
  group("place", "stage", "stage 819, spotlight 818, microphone 650, theatre curtain 854", 0.5),
  group("place", "theatre", "cinema 498, theatre curtain 854", 0.5),
  group("place", "prison", "prison 743", 0.6),
  group(
    "place",
    "industrial site",
    `crane 517, drilling platform 540, forklift 561, lumbermill 634,
    container ship 510`,
    0.5,
  ),
  group("place", "laboratory", "beaker 438, Petri dish 712, lab coat 617", 0.5),
  group("place", "gym", "barbell 422, dumbbell 543, punching bag 747", 0.5),
];
