"""What each way of reading a word costs, in nats (negative natural logarithms of rough probabilities).

Set so that correctly typed questions stay as they are and slips in the usual phrases are found, as
`tests/asking/typing/measure.py` counts.  A pair of words that the lexicon has seen costs about 1 to 3,
another one 7 to 12.
"""

SLIP = 8.0  # any slip at all; at 7 one in 800 words of correct text changed, at 8 one in 2,000
CARELESS = (0.0, 1.5, 2.5, 2.5)  # less for any slip where none, one or more other words are plainly slips
ENDING = 6.5  # less where the word is what questions end with, and it does end one
DROPPED = 0.3
EXTRA = 1.0  # a letter that does not repeat the one before
NEIGHBOURING_KEY = 0.3
MISTAKEN = 1.8  # a key far from the meant one
FIRST_LETTER = 2.0  # people watch their first letters
CAPITAL = 3.0  # names are written with capitals and need not be known
REAL_WORD = 2.0  # what was typed without marks is a word too
REAL_TONED_WORD = 6.0  # phrases write it with just these marks
REAL_ENGLISH_WORD = 6.0  # an English word as typed, which no Vietnamese syllable has the letters of
ABROAD = 4.0  # but no neighbour was seen beside it with these marks
EXISTING_WORD = 2.0  # it exists with these marks, but not in the phrases of the field
WRONG_MARKS = 1.2  # each further difference where marks were typed
ENGLISH = 9.0  # a Vietnamese word in a question in English

NO_SYLLABLE = 4.0  # kept although it can be neither Vietnamese nor known
NO_MARKED_SYLLABLE = 10.0  # and has marks and no capital, so that it is neither a foreign word nor a name
NO_ENGLISH = 5.0  # kept among English although it is no English word either
ODD_MARKS = 3.0  # kept although no word has these marks
RARE_MARKS = 1.0  # kept although the phrases of the field have other marks only
OTHER_MARKS_BESIDE = 4.0  # its neighbour was seen beside it with other marks only, each
KEYS_ALONE = 3.0  # one word in Telex among others that are not
HEARD = 4.0  # a first sound or a tone written as another that sounds alike
HEARD_WITHOUT_MARKS = 8.0  # where no marks bear it out
JOINED = 5.0  # two words written as one
JOINED_MARKED = 1.0  # the same where the marks of each show that it is a word
JOINED_MORE = 1.0  # each further word
SPLIT = 9.0  # one word written as two, which also saves a pair's cost
LEFT_AS_TYPED = 3.0  # an uncertain abbreviation that stays
OTHER_MEANING = 1.0  # each place down an abbreviation's list
