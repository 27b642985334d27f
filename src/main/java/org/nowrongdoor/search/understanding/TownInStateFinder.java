package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.QuarterNames;
import org.nowrongdoor.region.Region;

/** Finds the town that a name with its state is. */
@Singleton
class TownInStateFinder {

    // 50,000: so large a town is meant before its state though its name is a word.
    private static final int LARGE_IN_SPITE_OF_WORD = 50_000;

    private final PlaceFinder finder;
    private final OtherWords others;

    TownInStateFinder(PlaceFinder finder, OtherWords others) {
        this.finder = finder;
        this.others = others;
    }

    /** Bath, ME and bed in Bath ME and reading pennsylvania are a town; clean needles CA are not. */
    boolean mayBeName(NameContext context, int end, Region region) {
        if (!others.isOnlyWord(context.key())) {
            return true;
        }
        var isCityOfState = region.population() >= LARGE_IN_SPITE_OF_WORD
                && context.line().folded(context.to(), end).length() > 2;
        var isWritten = context.line().isCapitalised(context.first())
                && context.line().gap(context.to()).contains(",");
        return isCityOfState || isWritten || context.evidence() == ContextReader.Evidence.STRONG;
    }

    @Nullable Place find(NameContext context, Region state) {
        if (context.key().equals("washington") && state.id().equals("DC")) {
            return Place.of(state, context.typed(), List.of());
        }
        // West Texas is a part of Texas.
        if (QuarterNames.isPart(context.key())
                && !context.line().gap(context.to()).contains(",")) {
            return null;
        }
        var name = context.line().typed(context.first(), context.to());
        var exact = finder.findByName(name, state);
        var place = exact.resolved().isPresent() || !exact.candidates().isEmpty() || !mayHaveOtherName(context)
                ? exact
                : finder.findByOtherName(name, state);
        return place.resolved().isPresent() ? place : null;
    }

    private static boolean mayHaveOtherName(NameContext context) {
        return context.evidence() == ContextReader.Evidence.STRONG
                || context.line().isCapitalised(context.first())
                || context.key().indexOf(' ') > 0;
    }
}
