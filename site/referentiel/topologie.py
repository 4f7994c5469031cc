"""Les limites entre communes, chacune tracée une seule fois, en coordonnées de la carte."""
import collections
import heapq
import math

import shapely

# La carte : 4640 × 5060 unités, y vers le bas ; 250 m par unité en métropole, où l'on dessine en Lambert-93
# (IGN, ellipsoïde GRS80). Chaque département d'outre-mer a son cartouche et son échelle, en Mercator local. Les mêmes
# constantes sont dans Sources/Geography/Projection.swift.
DEMI_GRAND_AXE, APLATISSEMENT = 6378137.0, 1 / 298.257222101
EXCENTRICITE = math.sqrt(2 * APLATISSEMENT - APLATISSEMENT**2)
LAMBERT93 = dict(n=0.7256077650532682, c=11754255.4261, x=700000.0, y=12655612.0499)
# département : longitude et latitude du centre, abscisse du centre sur la carte, mètres par unité
OUTRE_MER = {
    "971": (-61.41, 16.17, 464, 119.0), "972": (-61.02, 14.64, 1392, 85.1), "973": (-53.11, 3.93, 2320, 632.0),
    "974": (55.53, -21.13, 3248, 90.1), "976": (45.16, -12.82, 4176, 63.7)}
ORDONNEE_OUTRE_MER = 4680


def latitude_isometrique(latitude):
    s = math.sin(latitude)
    return math.atanh(s) - EXCENTRICITE * math.atanh(EXCENTRICITE * s)


def projeter(departement, longitude, latitude):
    """La place d'un point sur la carte."""
    iso = latitude_isometrique(math.radians(latitude))
    if departement in OUTRE_MER:
        lon0, lat0, cx, metres = OUTRE_MER[departement]
        lat0 = math.radians(lat0)
        rayon = DEMI_GRAND_AXE * math.cos(lat0) / math.sqrt(1 - (EXCENTRICITE * math.sin(lat0))**2)
        return (cx + rayon * math.radians(longitude - lon0) / metres,
                ORDONNEE_OUTRE_MER - rayon * (iso - latitude_isometrique(lat0)) / metres)
    r = LAMBERT93["c"] * math.exp(-LAMBERT93["n"] * iso)
    g = LAMBERT93["n"] * math.radians(longitude - 3)
    return (20 + (LAMBERT93["x"] + r * math.sin(g) - 99000) / 250,
            20 + (7110600 - LAMBERT93["y"] + r * math.cos(g)) / 250)


def limites(polygones, departement):
    """Les traits qui séparent deux communes, ou une commune de la mer et de l'étranger.

    Deux voisines ont dans la source les mêmes sommets, bit pour bit : une arête parcourue dans les deux sens est leur
    limite commune. Rend des listes (à gauche, à droite, points sur la carte) ; une absence est la chaîne vide.
    """
    gauche, places = {}, {}
    for code in sorted(polygones):
        for partie in polygones[code]:
            for anneau, sens in [(partie.exterior, True), *((i, False) for i in partie.interiors)]:
                sommets = [tuple(round(v * 10**9) for v in p) for p in anneau.coords]
                if shapely.is_ccw(anneau) != sens:
                    sommets.reverse()
                for s in sommets:
                    if s not in places:
                        places[s] = projeter(departement(code), s[0] / 10**9, s[1] / 10**9)
                for a, b in zip(sommets, sommets[1:]):
                    if gauche.get((b, a)) == code:
                        del gauche[b, a]  # deux parties d'une même commune : ce n'est pas une limite
                    elif a != b:
                        gauche[a, b] = code
    return [(g, d, [places[s] for s in trait]) for g, d, trait in suivre(gauche)]


def suivre(gauche):
    """Réunit les arêtes qui séparent le même couple de communes, de carrefour en carrefour."""
    voisins = collections.defaultdict(list)
    for a, b in gauche:
        if (b, a) not in gauche or a < b:
            voisins[a].append(b)
            voisins[b].append(a)

    def couple(a, b):
        return gauche.get((a, b), ""), gauche.get((b, a), "")

    carrefours = [s for s in sorted(voisins)
                  if len(voisins[s]) != 2 or couple(voisins[s][0], s) != couple(s, voisins[s][1])]
    vus, traits = set(), []
    est_carrefour = set(carrefours)
    for depart in [*carrefours, *sorted(voisins)]:  # les secondes : îles et enclaves, sans carrefour
        for suivant in sorted(voisins[depart]):
            if (depart, suivant) in vus:
                continue
            trait = [depart, suivant]
            while trait[-1] not in est_carrefour and trait[-1] != depart:
                a, b = voisins[trait[-1]]
                trait.append(b if a == trait[-2] else a)
            vus.update(zip(trait, trait[1:]))
            vus.update(zip(trait[1:], trait))
            traits.append((*couple(depart, suivant), trait))
    return traits


def importances(points):
    """L'aire du triangle que chaque sommet forme avec ses voisins quand vient son tour d'être ôté (Visvalingam).

    M. Visvalingam et J. Whyatt, « Line generalisation by repeated elimination of points », 1993.
    """
    avant = list(range(-1, len(points) - 1))
    apres = list(range(1, len(points) + 1))

    def aire(i):
        (xa, ya), (x, y), (xb, yb) = points[avant[i]], points[i], points[apres[i]]
        return abs((x - xa) * (yb - ya) - (xb - xa) * (y - ya)) / 2

    aires = {i: aire(i) for i in range(1, len(points) - 1)}
    tas = [(v, i) for i, v in aires.items()]
    heapq.heapify(tas)
    resultat, plus_haut = [math.inf] * len(points), 0.0
    while tas:
        v, i = heapq.heappop(tas)
        if aires.get(i) != v:
            continue
        resultat[i] = plus_haut = max(plus_haut, v)
        del aires[i]
        a, b = avant[i], apres[i]
        apres[a], avant[b] = b, a
        for j in (a, b):
            if j in aires:
                aires[j] = aire(j)
                heapq.heappush(tas, (aires[j], j))
    return resultat


def simplifier(traits, seuil=12.0, part=0.05):
    """Ôte les sommets sans importance et arrondit à l'unité.

    Le seuil, en unités², ne dépasse pas une part de l'aire de la plus petite commune que le trait borde : sans cela les
    petites se déforment.
    """
    aires = collections.Counter()
    for gauche, droite, points in traits:
        aire = sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(points, points[1:])) / 2
        aires[gauche] += aire
        aires[droite] -= aire
    for gauche, droite, points in traits:
        limite = min([seuil, *(part * abs(aires[c]) for c in (gauche, droite) if c)])
        poids = importances(points)
        gardes = [i for i, p in enumerate(poids) if p >= limite]
        if points[0] == points[-1] and len(gardes) < 4:
            gardes = sorted(sorted(range(len(points)), key=lambda i: (-poids[i], i))[:4])
        entiers = [(round(points[i][0]), round(points[i][1])) for i in gardes]
        yield gauche, droite, [p for i, p in enumerate(entiers) if i == 0 or p != entiers[i - 1]]


def texte(traits):
    """Une ligne par commune : son code, puis, après chaque tabulation, la voisine (ou -) et le trait qui les sépare.

    La commune est à gauche du trait. Les points sont des différences avec le point d'avant, celui du début de la ligne
    étant 0,0. Chaque trait n'est écrit qu'une fois, chez la commune de plus petit code.
    """
    lignes = collections.defaultdict(list)
    for gauche, droite, points in traits:
        if len(points) < 2:
            continue
        if not gauche or (droite and droite < gauche):
            gauche, droite, points = droite, gauche, points[::-1]
        lignes[gauche].append((droite or "-", points))
    resultat = []
    for code in sorted(lignes):
        champs, x, y = [code], 0, 0
        for voisine, points in sorted(lignes[code]):
            ecarts = ""
            for px, py in points:
                dx, dy = px - x, py - y
                ecarts += f"{'' if dx < 0 else ' '}{dx}{'' if dy < 0 else ','}{dy}"
                x, y = px, py
            champs.append(f"{voisine} {ecarts.strip()}")
        resultat.append("\t".join(champs))
    return "\n".join(resultat) + "\n"
