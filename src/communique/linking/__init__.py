"""Linking: the accounts of many pages become persons, engagements and commitments over time.

Pure functions over compact rows; no page's text is read again, and what comes out does not depend
on the order in which pages came in.
"""

from communique.linking.corpus import link_corpus as link_corpus
