"""Word patterns that the English causal rules trim, follow or refuse."""

from __future__ import annotations

import re

__all__ = [
    "ANAPHOR",
    "BLOCKED",
    "CONJUNCTION",
    "COORDINATED",
    "LEADING",
    "MODIFIER",
    "NEGATION",
    "NO_EVIDENCE",
    "PURPOSE",
    "SPEAKER",
    "TRAILING",
]

_AUX = (
    r"has|have|had|having|will|would|may|might|can|could|should|shall|is|are|was|were|be|been|being|did|does|do|also|then|thus|thereby|therefore|hence"
    r"|consequently|further|already|now|soon|quickly|rapidly|still|even|only|again|later|eventually|ultimately|finally|indirectly|directly|immediately|promptly|in turn"
    r"|largely|mainly|partly|primarily|chiefly|mostly|clearly|inevitably|reportedly|allegedly|probably|possibly|likely|just|simply|in part|at least in part|severely|significantly"
    r"|seriously|sharply|badly|effectively|actually|supposedly|itself|themselves|potentially|expected to|likely to|set to|about to|going to|used to|is said to|said to|and|or|but|so|,"
    r"|in large part|to a large extent|not only|temporarily|permanently|all|both|jointly|together|not just|exactly|precisely|perhaps|entirely|at least partly"
)
TRAILING = re.compile(rf"(?:(?:^|(?<=\s)|(?<=,))(?:{_AUX})[\s,]*)+$", re.IGNORECASE)
LEADING = re.compile(
    r"^[\s,\"“'(]*(?:(?:and|but|or|so|yet|then|also|therefore|thus|hence|however|moreover|meanwhile|nevertheless|nonetheless|in fact|indeed|in turn|of course|as a result|consequently|furthermore"
    r"|in addition|at the same time|that|while|although|though|whereas|likewise|similarly|unfortunately|not surprisingly|perhaps|not least|just|largely|partly|mainly|primarily|simply|presumably|probably|again|finally|overall)\b[\s,]*)+",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"^[\s,\"“]*(?:according to [^,]{2,60},\s*|(?:[A-Z]|the |some |many |most |several |a few |other |chinese |western |analysts|officials|critics|experts|observers|it )[^,;]{0,70}?\b(?:say|says|said|argue|argues|argued|believe|believes|believed|claim|claims|claimed"
    r"|warn|warns|warned|note|notes|noted|think|thinks|thought|report|reports|reported|contend|contends|state|states|stated|insist|insists|insisted|wrote|explained|suggest|suggests|suggested|show|shows|showed|found|find|finds|add|adds|added|told \w+|announced|maintain|maintains|estimate|estimates|estimated|concluded?|concludes) (?:that )?)",
    re.IGNORECASE,
)
ANAPHOR = re.compile(
    r"(?:this|that|it|these|those|they|which|who|he|she|we|what|there|this (?:move|step|measure|change|decision|situation|development|policy|trend|shift|ban|rule|in turn|alone|has|had|is|was|may|could|will)|these (?:measures|moves|restrictions|steps|controls|factors|changes|events|developments)"
    r"|the (?:move|step|measure|measures|result|reason|effect|change|decision|moves|shift)|all of (?:this|which)|such (?:moves|measures|steps)|some of (?:this|which)|part of (?:this|which)|both|much of (?:this|which)|the former|the latter|one)",
    re.IGNORECASE,
)
CONJUNCTION = re.compile(
    r"\b(?:while|whereas|although|though|even though|but|until|before|after|unless|despite|even as|as well as causing|and (?:it|they|this|that|he|she|we|there|the (?:company|government|country|price|market))|as (?:the|china|beijing|prices|demand|supply|supplies|buyers|it|they)|when|where)\b",
    re.IGNORECASE,
)
COORDINATED = re.compile(r"\b(?:and|also|as well as|or)\s+(?:\w+ly\s+)?(?:also\s+|then\s+|has\s+|have\s+|had\s+)*$", re.IGNORECASE)
NEGATION = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|scarcely|nor|neither|without|cannot|rather than|instead of|nothing to do with)\b|n't\b)(?: \w+ly)?(?: (?:be|been|have|yet|necessarily|simply|merely|directly|by itself|solely|only|just|in itself|always|actually|so far|to|been the))*[\s,]*$",
    re.IGNORECASE,
)
# What stands before an adjective or a noun, not before a verb: a driving force, of lower prices.
MODIFIER = re.compile(
    r"(?:^|[\s(\"“])(?:the|a|an|of|its|their|his|her|for|with|in|by|at|from|on|than|more|less|most|any|no|some|such|very|about|into|as|between|despite)\s+$", re.IGNORECASE
)
NO_EVIDENCE = re.compile(
    r"\bno (?:\w+ )?(?:evidence|sign|proof|indication|data)\b|\b(?:does|do|did) not (?:believe|think|show|prove)\b|\bden(?:y|ies|ied)\b|\bcannot be shown\b", re.IGNORECASE
)
PURPOSE = re.compile(
    r"(?:\b(?:in order to|so as to|aims? to|aimed to|aiming to|aimed at|meant to|intend(?:s|ed)? to|designed to|want(?:s|ed)? to|plans? to|planned to|seeks? to|seeking to|sought to|tr(?:y|ies|ied|ying) to|hopes? to|hoped to|hoping to|need(?:s|ed)? to|must|should|ought to|efforts? to|attempts? to|ways? to|steps to|measures to|bid to|pledge[ds]? to|vow(?:s|ed)? to|agree[ds]? to|called on \w+ to|urged? \w+ to|help(?:ed|s)? to|able to|how to|refus\w+ to|enough to|used to|order to|let's|please|promise[ds]? to|in a bid to|so that .{0,40}|chance to|continue[ds]? to|power to|decid\w+ to|how|why|what|to))\s*$",
    re.IGNORECASE,
)
BLOCKED = re.compile(
    r"\b(?:lead(?:ing|s)? (?:time|role|up to)|leading (?:producers?|suppliers?|expert|maker|company|position|indicator|figures?|candidate|economist|edge)|driving (?:force|licence|license|distance|range|conditions)|due to (?:be|resume|restart|last|become|make|give|pay|move|decide|ship|arrive|start|begin|expire|enter|take|open|meet|report|publish|deliver|end|come|visit|speak|launch|retire|complete|finish|receive|hold|go|return|run|appear|vote|sign|announce|release|join)\b"
    r"|thus far|so far|so as|so that|hence(?:forth)|because of course|made (?:in|of|by|from|up)|hit(?:s|ting)? (?:a|an|its) (?:record|high|low)|impact(?:ed)? wisdom|cause of action|affected (?:areas?|regions?|parties|people|countries)|forced (?:labou?r|landing|march)|forcing function|raise(?:d|s)? (?:money|capital|funds|cash|questions? at)|sends? (?:a|an|its|his) (?:letter|delegation|envoy|team)|leading to (?:believe)|made public|made clear|makes clear|made sure|makes sure|stopped short|left (?:the|for)\b|related party|because of this)\b",
    re.IGNORECASE,
)
