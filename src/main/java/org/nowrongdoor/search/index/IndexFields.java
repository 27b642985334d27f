package org.nowrongdoor.search.index;

import java.util.UUID;

/** The names of the index, each once. */
public final class IndexFields {

    /** A number drawn from the service's id, to sort by where all else is equal. */
    public static final String ORDER = "order";

    /** The lower half of the service's id, whose upper half is {@link #ORDER}. */
    public static final String ORDER_LOW = "order_low";

    /** What the service is as a door next to the hits, see {@link NextStepRank}; absent where it is none. */
    public static final String DOOR = "door";

    /** Names as people know them: the service's, its organisation's, aliases. English stems. */
    public static final String NAMES_EN = "names_en";

    public static final String NAMES_ES = "names_es";

    /** The names, and labels of the needs that are met. */
    public static final String NAMES_OR_NEEDS_EN = "names_or_needs_en";

    public static final String NAMES_OR_NEEDS_ES = "names_or_needs_es";

    /** All of that and the prose: a word is looked for in one list of documents, not in one for each part of a record. */
    public static final String TEXT_EN = "text_en";

    public static final String TEXT_ES = "text_es";

    /** All words as they stand, for prefixes and typing errors. */
    public static final String WORDS = "words";

    /** The service's own names, folded, each as one token. */
    public static final String OWN_NAMES = "own_names";

    /** Codes of the needs met, with their ancestors: asking for a term finds its descendants. */
    public static final String NEEDS = "needs";

    /** Region ids that the service covers, as published. */
    public static final String AREAS = "areas";

    /** The areas with all that they lie in. */
    public static final String AREAS_WITHIN = "areas_within";

    /** Points of public sites; a place that is not public has none anywhere. */
    public static final String SITES = "sites";

    /** Regions in which a public site lies. */
    public static final String SITE_REGIONS = "site_regions";

    public static final String KIND = "kind";
    public static final String STATUS = "status";
    public static final String ORGANIZATION = "organization";

    /** As {@link LanguageTokens} makes them. */
    public static final String LANGUAGES = "languages";

    public static final String CHANNELS = "channels";

    /** {@code code=value} of every fact that is known; an unknown one has no token. */
    public static final String FACTS = "facts";

    /** Opening hours as dyadic minutes, see {@link HourTokens}. */
    public static final String HOURS = "hours";

    /** The same as numbers, see {@link HourSpans}. */
    public static final String SPANS = "spans";

    /** Days since 1970-01-01 on which the record was verified; absent where it never was. */
    public static final String VERIFIED = "verified";

    /** Keys of the clauses of the eligibility rule. */
    public static final String CLAUSES = "clauses";

    /** The token that stood in the database for a withheld service when its document was made. */
    public static final String WITHHELD = "withheld";

    /** What an answer needs, as JSON, never searched. */
    public static final String STORED = "stored";

    /** What {@link #ORDER} holds for an id: its upper half, in which two ids hardly ever agree. */
    static long order(String id) {
        return UUID.fromString(id).getMostSignificantBits();
    }

    private IndexFields() {}
}
