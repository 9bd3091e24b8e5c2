"""Words of English that a full stop may follow inside a sentence, and words that seldom stand inside a
name.

Closed lists for news and encyclopaedic prose, in lower case: forms of address, months and days, states,
companies, streets,
scholarly abbreviations.
"""

from __future__ import annotations

_TITLES = """
adm brig capt cmdr col cpl dr fr gen gov hon lt maj messrs mlle mme mr mrs ms pres prof rep reps rev sen
sens sgt st supt
"""
_OTHERS = """
al am approx apr apt arch arr art arts assn assoc asst aug ave bd bldg blvd bros ca cf ch chap cit cl co
corp ct dec
dept dist div ed eds esp esq est etc ex exec feb fig figs fl fn fol fri ft hrs hwy ibid inc incl inst intl
jan jr jul
jun lit ltd mar max mfg min misc mon mt mts mtg natl nov nos no oct op orig para par ph pl pp pt pts pub
rd resp ret
sat sec sect sept sep seq sp spp sq sr ste subj sun suppl tel thu thurs trans transl tue tues univ viz vol
vols vs
wed wk
ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore
pa penn
tenn tex va vt wash wis wyo
"""
_STARTERS = """
the a an he she it they we you i this that these those there here in on at by for with from to after
before when while
if as since although but and or so yet however meanwhile then thus its his her their our my some many most
both each
what who why how where now according
"""

TITLES = frozenset(_TITLES.split())
"""Forms of address, which end no sentence before a capital letter."""

ABBREVIATIONS = TITLES | frozenset(_OTHERS.split())
"""Words that may be abbreviations when a full stop follows."""

STARTERS = frozenset(_STARTERS.split())
"""Words that begin a sentence when they stand, with a capital, behind an initial or dotted letters."""
