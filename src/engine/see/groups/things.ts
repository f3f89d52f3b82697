import { group, type Group } from "./group.ts";

const CARS = `sports car 817, convertible 511, station wagon 436, cab 468, jeep 609, limousine 627,
  minivan 656, Model T 661, pickup 717, racing car 751, car wheel 479, grille 581, car mirror 475`;
const LORRIES = `lorry 867, garbage truck 569, moving van 675, tow truck 864, fire engine 555`;
const MOTORCYCLES = "moped 665, motor scooter 670";
const BICYCLES = "mountain bike 671, tandem 444, unicycle 880";
const TRAINS = `bullet train 466, electric locomotive 547, steam locomotive 820, freight car 565,
  passenger car 705, tram 829`;
const AIRCRAFT = "airliner 404, warplane 895, wing 908, airship 405";
const BOATS = `canoe 472, catamaran 484, trimaran 871, yawl 914, schooner 780, speedboat 814,
  lifeboat 625, gondola 576, fireboat 554, paddle 693, pirate ship 724, ocean liner 628,
  container ship 510, boathouse 449, submarine 833`;
const EMERGENCY = "ambulance 407, fire engine 555, police van 734";
const FRUIT = "fruit 948-957";
const VEGETABLES = "vegetables 936-945";
const DRINKS = `beer glass 441, goblet 572, red wine 966, cocktail shaker 503, beer bottle 440,
  wine bottle 907`;
const COFFEE = "espresso 967, cup 968, coffee mug 504, espresso maker 550, coffeepot 505";
const BALLS = `soccer ball 805, basketball 430, volleyball 890, rugby ball 768, baseball 429,
  baseball player 981, racket 752, football helmet 560, scoreboard 781, tennis ball 852`;
const GYMNASTICS = "parallel bars 702, horizontal bar 602, balance beam 416";

/** What pictures show, other than animals. */
export const THINGS: readonly Group[] = [
  group("subject", "cars", CARS, 0.5),
  group("subject", "motor racing", "racing car 751, go-kart 573", 0.5),
  group("subject", "lorry", LORRIES),
  group("subject", "emergency services", EMERGENCY),
  group("subject", "motorcycle", MOTORCYCLES),
  group("subject", "bicycle", BICYCLES),
  group("subject", "train", TRAINS),
  group("subject", "aircraft", AIRCRAFT, 0.6),
  group("subject", "boats", BOATS),
  group("subject", "rocket", "missile 657, projectile 744, space shuttle 812"),
  group("subject", "tractor", "tractor 866, harvester 595, thresher 856, plough 730, forklift 561"),
  group(
    "subject",
    "vehicles",
    `${CARS}, ${LORRIES}, ${MOTORCYCLES}, ${BICYCLES}, ${TRAINS},
    ${EMERGENCY}, school bus 779, minibus 654, trolleybus 874, recreational vehicle 757, tractor 866,
    harvester 595, forklift 561, go-kart 573, snowplough 803, tank 847`,
    0.45,
  ),
  group("subject", "hot-air balloon", "balloon 417", 0.7),
  group("subject", "fruit", FRUIT),
  group("subject", "vegetables", VEGETABLES),
  group("subject", "coffee", COFFEE),
  group("subject", "drinks", DRINKS),
  group(
    "subject",
    "food",
    `${FRUIT}, ${VEGETABLES}, dishes 924-935, meals 959-965, plate 923,
    soup bowl 809, bakery 415, frying pan 567, wok 909, trifle 927`,
    0.4,
  ),
  group(
    "subject",
    "flowers",
    `daisy 985, lady's slipper 986, rapeseed 984, cardoon 946, vase 883,
    bee 309, cabbage butterfly 324, sulphur butterfly 325`,
    0.4,
  ),
  group("subject", "mushrooms", "fungi 991-997, mushroom 947", 0.5),
  group("subject", "football", "soccer ball 805", 0.5),
  group("subject", "basketball", "basketball 430", 0.5),
  group("subject", "baseball", "baseball 429, baseball player 981", 0.5),
  group("subject", "tennis", "tennis ball 852, racket 752", 0.6),
  group("subject", "golf", "golf ball 574, golf cart 575", 0.7),
  group("subject", "billiards", "pool table 736", 0.5),
  group("subject", "gymnastics", GYMNASTICS, 0.5),
  group(
    "subject",
    "sport",
    `${BALLS}, ${GYMNASTICS}, pool table 736, barbell 422, dumbbell 543,
    punching bag 747, ski 795, golf cart 575`,
    0.5,
  ),
  group(
    "subject",
    "musical instrument",
    `accordion 401, acoustic guitar 402, banjo 420, bassoon 432,
    cello 486, chime 494, cornet 513, drum 541, drumstick 542, electric guitar 546, flute 558,
    French horn 566, gong 577, grand piano 579, harmonica 593, harp 594, marimba 642, oboe 683,
    organ 687, panpipe 699, sax 776, steel drum 822, trombone 875, upright piano 881, violin 889`,
    0.5,
  ),
  group("subject", "wedding", "groom 982"),
  group("subject", "graduation", "academic gown 400, mortarboard 667", 0.5),
  group("subject", "Christmas", "Christmas stocking 496", 0.5),
  group("subject", "Halloween", "jack-o'-lantern 607", 0.5),
  group(
    "subject",
    "military",
    `tank 847, half track 586, military uniform 652, assault rifle 413,
    rifle 764, cannon 471, bulletproof vest 465, aircraft carrier 403, warplane 895`,
    0.5,
  ),
  group("subject", "knights", "breastplate 461, cuirass 524, chain mail 490, shield 787", 0.5),
  group("subject", "cowboy", "cowboy hat 515, cowboy boot 514, holster 597", 0.5),
  group(
    "subject",
    "medical",
    `stethoscope 823, syringe 845, stretcher 830, oxygen mask 691,
    lab coat 617, pill bottle 720, neck brace 678, crutch 523`,
    0.5,
  ),
  group(
    "subject",
    "computers",
    `desktop computer 527, laptop 620, notebook 681, monitor 664,
    keyboard 508, mouse 673, modem 662, hard disc 592, oscilloscope 688, space bar 810, website 916`,
    0.5,
  ),
  group(
    "subject",
    "tools",
    `hammer 587, screwdriver 784, power drill 740, carpenter's plane 726,
    carpenter's kit 477, chain saw 491, hatchet 596, nail 677, screw 783`,
    0.5,
  ),
  group("subject", "painting", "paintbrush 696", 0.5),
  group("subject", "clock", "analog clock 409, wall clock 892, digital clock 530", 0.5),
  group("subject", "books", "bookcase 453, bookshop 454, library 624, comic book 917", 0.5),
  group("subject", "photographer", "reflex camera 759, tripod 872", 0.5),
  group(
    "subject",
    "person",
    `suit 834, Windsor tie 906, bow tie 457, sweatshirt 841, jersey 610,
    lab coat 617, academic gown 400, mortarboard 667, military uniform 652, gown 578, miniskirt 655,
    jean 608, bikini 445, maillots 638-639, swimming trunks 842, sarong 775, kimono 614, poncho 735,
    fur coat 568, trench coat 869, cowboy hat 515, bathing cap 433, wig 903, sunglasses 836-837,
    baseball player 981, groom 982, scuba diver 983, cardigan 474, abaya 399, sombrero 808`,
    0.35,
  ),
];
