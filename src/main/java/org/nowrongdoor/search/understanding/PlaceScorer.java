package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.Set;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;

/** Scores a name as a place, in orders of magnitude of people: who lives there, what else the name is, what stands next
 *  to it. */
@Singleton
class PlaceScorer {

    /** The score from which on a name is taken for a place: a town of 4,000 people whose name is no other word. */
    static final double LIKELY = 3.6;

    static final int KNOWN_AS_NAME = 100_000;

    // 1.2: after "in" a town of 250 people is taken for one, and a word of every day needs 10,000 as before.
    private static final double AFTER_STRONG = 1.2;
    private static final double AFTER_WEAK = 0.5;
    private static final double AT_EDGE = 0.4;
    private static final double CAPITALISED = 0.4;
    private static final double PER_MORE_WORD = 0.6;
    private static final double COUNTY_WITH_WORD = 5.5;
    // 80,000: after "in" so large a town is meant though its name is a word: bed in Mobile.
    private static final int LARGE_IN_SPITE_OF_WORD = 80_000;
    private static final double IN_SPITE_OF_WORD = 3;
    // 1,000: fewer people are hardly ever meant without in or their state.
    private static final int VILLAGE = 1_000;
    private static final double AFTER_ARTICLE = 2;
    private static final Set<String> AFTERWARDS =
            Set.of("tonight", "now", "today", "please", "asap", "esta", "hoy", "ahora", "por");

    private final OtherWords others;

    PlaceScorer(OtherWords others) {
        this.others = others;
    }

    /** How many people are called for by a name, in orders of magnitude. */
    static double evidence(Region region, String key) {
        var people = Math.log10(Math.max(1, region.population()));
        if (region.kind() != RegionKind.COUNTY) {
            return people;
        }
        return key.endsWith(" county")
                        || key.endsWith(" parish")
                        || key.startsWith("condado ")
                        || key.endsWith(" borough")
                ? COUNTY_WITH_WORD
                : people - 1;
    }

    /** How much a name is another word here. */
    double against(NameContext context, Region region) {
        var commonness = others.commonness(context.key());
        if (commonness == 0) {
            return isSmallPerson(context, region) || isVillage(context, region) ? 1 : 0;
        }
        if (ContextReader.isAfterArticle(context.line(), context.from())) {
            return commonness + AFTER_ARTICLE;
        }
        var isIn = context.evidence() == ContextReader.Evidence.STRONG && isToTheEnd(context);
        var isLarge = region.kind() == RegionKind.PLACE && region.population() >= LARGE_IN_SPITE_OF_WORD;
        var isTown = isIn && isLarge && !others.isForm(context.key());
        return isTown ? Math.max(0, commonness - IN_SPITE_OF_WORD) : commonness;
    }

    private static boolean isSmallPerson(NameContext context, Region region) {
        return EverydayNames.isPerson(context.key()) && region.population() < KNOWN_AS_NAME;
    }

    /** Too small to be meant by its name alone. */
    private static boolean isVillage(NameContext context, Region region) {
        return region.population() < VILLAGE && context.evidence() != ContextReader.Evidence.STRONG;
    }

    private static boolean isToTheEnd(NameContext context) {
        return context.to() == context.line().size()
                || !context.line().isOneName(context.to() - 1, context.to() + 1)
                || AFTERWARDS.contains(context.line().folded(context.to()));
    }

    /** What the words next to a name and its length add. */
    static double around(NameContext context) {
        var line = context.line();
        var evidence = switch (context.evidence()) {
            case STRONG -> AFTER_STRONG;
            case WEAK -> AFTER_WEAK;
            case NONE -> 0;
        };
        var isAtEdge = context.from() == 0
                || context.to() == line.size()
                || line.gap(context.to()).contains(",");
        var isCapital = context.from() > 0 && line.isCapitalised(context.first());
        return evidence
                + PER_MORE_WORD * context.moreWords()
                + (isAtEdge ? AT_EDGE : 0)
                + (isCapital ? CAPITALISED : 0);
    }
}
