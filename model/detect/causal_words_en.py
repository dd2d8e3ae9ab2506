"""Word patterns that the English causal rules trim, follow or refuse."""

from __future__ import annotations

import re

__all__ = [
    "AGENT",
    "ANAPHOR",
    "BLOCKED",
    "CONJUNCTION",
    "COORDINATED",
    "LEADING",
    "MODIFIER",
    "NEGATION",
    "NO_EVIDENCE",
    "PURPOSE",
    "RESULT",
    "SPEAKER",
    "TRAILING",
]

_AUX = (
    r"(?!(?:supply|family|reply|ally|assembly|monopoly|anomaly|italy|july|rally|fly|early|"
    r"oligopoly)\b)\w+ly|has|have|had|having|will|would|may|might|can|could|should|shall|is|"
    r"are|was|were|be|been|being|did|does|do|also|then|thus|thereby|therefore|hence"
    r"|consequently|further|already|now|soon|quickly|rapidly|still|even|only|again|later|"
    r"eventually|ultimately|finally|indirectly|directly|immediately|promptly|in turn"
    r"|largely|mainly|partly|primarily|chiefly|mostly|clearly|inevitably|reportedly|allegedly|"
    r"probably|possibly|likely|just|simply|in part|at least in part|severely|significantly"
    r"|seriously|sharply|badly|effectively|actually|supposedly|itself|themselves|potentially|"
    r"expected to|likely to|set to|about to|going to|used to|is said to|said to|and|or|but|so|"
    r","
    r"|in large part|to a large extent|not only|temporarily|permanently|all|both|jointly|"
    r"together|not just|exactly|precisely|perhaps|entirely|at least partly"
)
TRAILING = re.compile(rf"(?:(?:^|(?<=\s)|(?<=,))(?:{_AUX})[\s,]*)+$", re.IGNORECASE)
LEADING = re.compile(
    r"^[\s,\"“'(]*(?:(?:and|but|or|so|yet|then|also|therefore|thus|hence|however|moreover|"
    r"meanwhile|nevertheless|nonetheless|in fact|indeed|in turn|of course|as a result|"
    r"consequently|furthermore"
    r"|in addition|at the same time|that|while|although|though|whereas|likewise|similarly|"
    r"unfortunately|not surprisingly|perhaps|not least|just|largely|partly|mainly|primarily|"
    r"simply|presumably|probably|again|finally|overall)\b[\s,]*)+",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"^[\s,\"“]*(?:according to [^,]{2,60},\s*|(?:[A-Z]|the |some |many |most |several |"
    r"a few |other |chinese |western |analysts|officials|critics|experts|observers|"
    r"it )[^,;]{0,70}?\b(?:say|says|said|argue|argues|argued|believe|believes|believed|claim|"
    r"claims|claimed"
    r"|warn|warns|warned|note|notes|noted|think|thinks|thought|report|reports|reported|"
    r"contend|contends|state|states|stated|insist|insists|insisted|wrote|explained|suggest|"
    r"suggests|suggested|show|shows|showed|found|find|finds|add|adds|added|told \w+|announced|"
    r"maintain|maintains|estimate|estimates|estimated|concluded?|concludes) (?:that )?)",
    re.IGNORECASE,
)
ANAPHOR = re.compile(
    r"(?:this|that|it|these|those|they|which|who|he|she|we|what|there|this (?:move|step|"
    r"measure|change|decision|situation|development|policy|trend|shift|ban|rule|in turn|alone|"
    r"has|had|is|was|may|could|will)|these (?:measures|moves|restrictions|steps|controls|"
    r"factors|changes|events|developments)"
    r"|the (?:move|step|measure|measures|result|reason|effect|change|decision|moves|shift)|"
    r"all of (?:this|which)|such (?:moves|measures|steps)|some of (?:this|which)|"
    r"part of (?:this|which)|both|much of (?:this|which)|the former|the latter|one)",
    re.IGNORECASE,
)
CONJUNCTION = re.compile(
    r"\b(?:while|whereas|although|though|even though|but|until|before|after|unless|despite|"
    r"even as|as well as causing|and (?:it|they|this|that|he|she|we|there|the (?:company|"
    r"government|country|price|market))|as (?:the|china|beijing|prices|demand|supply|supplies|"
    r"buyers|it|they)|when|where)\b",
    re.IGNORECASE,
)
COORDINATED = re.compile(
    r"\b(?:and|also|as well as|or)\s+(?:\w+ly\s+)?(?:also\s+|then\s+|has\s+|have\s+|had\s+)*$", re.IGNORECASE
)
NEGATION = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|scarcely|nor|neither|without|cannot|rather than|"
    r"instead of|nothing to do with)\b|n't\b)(?: \w+ly)?(?: (?:be|been|have|yet|necessarily|"
    r"simply|merely|directly|by itself|solely|only|just|in itself|always|actually|so far|to|"
    r"been the))*[\s,]*$",
    re.IGNORECASE,
)
# What stands before an adjective or a noun, not before a verb: a driving force, of lower prices.
MODIFIER = re.compile(
    r"(?:^|[\s(\"“])(?:the|a|an|of|its|their|his|her|for|with|in|by|at|from|on|than|more|less|"
    r"most|any|no|some|such|very|about|into|as|between|despite)\s+$",
    re.IGNORECASE,
)
NO_EVIDENCE = re.compile(
    r"\bno (?:\w+ )?(?:evidence|sign|proof|indication|data)\b|\b(?:does|do|"
    r"did) not (?:believe|think|show|prove)\b|\bden(?:y|ies|ied)\b|\bcannot be shown\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"(?:\b(?:in order to|so as to|aims? to|aimed to|aiming to|aimed at|meant to|intend(?:s|"
    r"ed)? to|designed to|want(?:s|ed)? to|plans? to|planned to|seeks? to|seeking to|"
    r"sought to|tr(?:y|ies|ied|ying) to|hopes? to|hoped to|hoping to|need(?:s|ed)? to|must|"
    r"should|ought to|efforts? to|attempts? to|ways? to|steps to|measures to|bid to|"
    r"pledge[ds]? to|vow(?:s|ed)? to|agree[ds]? to|called on \w+ to|urged? \w+ to|help(?:ed|"
    r"s)? to|able to|how to|refus\w+ to|enough to|used to|order to|let's|please|"
    r"promise[ds]? to|in a bid to|so that .{0,40}|chance to|continue[ds]? to|power to|"
    r"decid\w+ to|how|why|what|to))\s*$",
    re.IGNORECASE,
)
BLOCKED = re.compile(
    r"\b(?:lead(?:ing|s)? (?:time|role|up to)|leading (?:producers?|suppliers?|expert|maker|"
    r"company|position|indicator|figures?|candidate|economist|edge)|driving (?:force|licence|"
    r"license|distance|range|conditions)|due to (?:be|resume|restart|last|become|make|give|"
    r"pay|move|decide|ship|arrive|start|begin|expire|enter|take|open|meet|report|publish|"
    r"deliver|end|come|visit|speak|launch|retire|complete|finish|receive|hold|go|return|run|"
    r"appear|vote|sign|announce|release|join)\b"
    r"|thus far|so far|so as|so that|hence(?:forth)|because of course|made (?:in|of|by|from|"
    r"up)|hit(?:s|ting)? (?:a|an|its) (?:record|high|low)|impact(?:ed)? wisdom|"
    r"cause of action|affected (?:areas?|regions?|parties|people|countries)|forced (?:labou?r|"
    r"landing|march)|forcing function|raise(?:d|s)? (?:money|capital|funds|cash|"
    r"questions? at)|sends? (?:a|an|its|his) (?:letter|delegation|envoy|team)|"
    r"leading to (?:believe)|made public|made clear|makes clear|made sure|makes sure|"
    r"stopped short|left (?:for|the (?:country|party|company|room|city|office|building|scene|area|market))\b|"
    r"related party|because of this)\b",
    re.IGNORECASE,
)
# Who acts on purpose is an agent, not a cause: Ford halted its plant. Acts, wars and storms are no agents.
AGENT = re.compile(
    r"(?:the |a |its )?(?!(?:[\w.&'’-]+ )*(?:Act|War|Hurricane|Typhoon|Treaty|Agreement|Covid\S*|Brexit|Crisis|Law|Ban|"
    r"Summit|Accord|Pact|Pandemic|Directive|Order|Storm|Earthquake|Pass|Policy|Dispute|Tariffs?)\b)"
    r"(?:(?!\w+(?:s|tion|sion|ment|ing|ity|age|ance|ence|al|ship)$)[A-Z][\w.&'’-]*"
    r"|(?:[A-Z][\w.&'’-]*\s){1,3}[A-Z][\w.&'’-]*)"
    r"|(?:the |its |a )?(?:\w+ )?(?:government|ministry|company|firm|carmaker|minister|president|police|"
    r"administration|agency|parliament|congress|pentagon|army|military|court|union|group|bank)"
)
# What only follows in time is taken for an effect when it is a result: prices jumped after China banned exports.
RESULT = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|fell|fall(?:s|en|ing)?|jump\w*|surg\w*|soar\w*|climb\w*|spik\w*|drop(?:s|ped|ping)?|plung\w*|"
    r"slump\w*|tumbl\w*|plummet\w*|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl\w*|collaps\w*|crash\w*|shrank|declin\w*|"
    r"halted|stopped|shut(?: down)?|idled|paralys\w*|paralyz\w*|disrupted|dr(?:y|ied) up|ran (?:short|out)|stall\w*|"
    r"rall(?:y|ied)|rocket\w*|skyrocket\w*|dwindl\w*|closed|suspended|cancel\w*|injured|killed|erupted|broke out|"
    r"went (?:bust|bankrupt|under)|bankrupt\w*|tripled|hit (?:a |an )?(?:record|\w+-year)|worsen\w*|delay(?:s|ed))\b",
    re.IGNORECASE,
)
