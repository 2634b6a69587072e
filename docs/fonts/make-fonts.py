#!/usr/bin/env python3
"""Makes the bundled fonts: make-fonts.py FOLDER-WITH-INTER FOLDER-WITH-JETBRAINS-MONO OUT (needs fonttools).

JavaFX cannot switch OpenType features, so what the window wants is made the default: figures of one width in Inter, no
ligatures and no contextual alternates in either (text is data here). Glyphs outside Latin, Greek, Cyrillic and symbols
are left to the system's fonts. Weights that are neither regular nor bold become families of their own, since JavaFX
tells only those two apart.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

UNICODES = [*range(0x20, 0x250), *range(0x2B0, 0x460), *range(0x1E00, 0x2070), *range(0x20A0, 0x20C0),
            *range(0x2100, 0x2400), *range(0x2500, 0x2800)]
WEIGHTS = [("Regular", "", "Regular"), ("Medium", " Medium", "Regular"), ("SemiBold", " SemiBold", "Regular"), ("Bold", "", "Bold")]


def tabular(font):
    """Points the digits of the character map at the glyphs of the feature tnum."""
    table = font["GSUB"].table
    swap = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swap.update(getattr(sub, "ExtSubTable", sub).mapping)
    for cmap in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if digit in cmap.cmap:
                cmap.cmap[digit] = swap.get(cmap.cmap[digit], cmap.cmap[digit])


def thin_spaces(font):
    """A font of one width writes the thin spaces of numbers as a space."""
    for cmap in font["cmap"].tables:
        for space in (0x2009, 0x202F, 0xA0):
            cmap.cmap.setdefault(space, cmap.cmap[0x20])


def rename(font, family, style):
    names = {1: family, 2: style, 3: family + " " + style, 4: (family + " " + style).removesuffix(" Regular"),
             6: (family + "-" + style).replace(" ", "")}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)


def make(source, family, style, out, change):
    font = TTFont(source)
    change(font)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], name_languages=["*"],
                             notdef_outline=True, hinting=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    rename(font, family, style)
    font.save(out)


inter, mono, out = sys.argv[1:4]
for weight, suffix, style in WEIGHTS:
    make(f"{inter}/Inter-{weight}.otf", "Inter Tabular" + suffix, style, f"{out}/InterTabular-{weight}.otf", tabular)
    if weight != "Medium" and weight != "SemiBold":
        make(f"{mono}/JetBrainsMono-{weight}.ttf", "JetBrains Mono Plain" + suffix, style, f"{out}/JetBrainsMonoPlain-{weight}.ttf", thin_spaces)
