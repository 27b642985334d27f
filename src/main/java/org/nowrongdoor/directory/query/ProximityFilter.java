package org.nowrongdoor.directory.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.FilterParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.storage.SqlBuilder;

/** What {@code postcode} and {@code proximity} ask for of a public place and the service that is given there. */
record ProximityFilter(String postcode, Optional<PostalCodePoint> point, Optional<Integer> radiusMetres) {

    // 500 km: as far as a search goes.
    static final int MOST_METRES = 500_000;

    /** What a caller is told whose proximity is out of bounds. */
    static final String BOUND = "must be 1 to 500000 metres";

    /** What was asked for, if anything.
     *  @param proximity metres
     *  @param points where postal codes are */
    static Optional<ProximityFilter> of(
            @Nullable String postcode, @Nullable Integer proximity, PostalCodeResolver points) {
        var code = FilterParameters.words(postcode).map(text -> text.toUpperCase(Locale.ROOT));
        if (code.isEmpty()) {
            if (proximity != null) {
                throw ParameterProblems.parameter("proximity", "proximity is measured from a postcode; add postcode");
            }
            return Optional.empty();
        }
        var point = points.find(fiveDigits(code.get()));
        if (proximity != null && point.isEmpty()) {
            throw ParameterProblems.value(
                    "postcode",
                    "a US postal code that is in the gazetteer, such as 55404, for proximity to be measured from it",
                    code.get());
        }
        return Optional.of(new ProximityFilter(code.get(), point, Optional.ofNullable(proximity)));
    }

    /** The condition on a service called s at a place called l. */
    SqlBuilder condition() {
        return radiusMetres.map(this::within).orElseGet(this::covered);
    }

    private SqlBuilder within(int metres) {
        var middle = point.orElseThrow();
        return new Circle(middle.latitude(), middle.longitude(), metres).condition();
    }

    private SqlBuilder covered() {
        var regions = point.map(PostalCodePoint::regionIds).orElse(List.of());
        var sql = SqlBuilder.of(
                "(upper(l.postal_code) = ? or left(l.postal_code, 5) = ?", postcode, fiveDigits(postcode));
        if (!regions.isEmpty()) {
            sql.add(
                    "or exists (select 1 from jsonb_path_query(s.body, '$.service_areas[*].extent') as area(extent)"
                            + " where area.extent #>> '{}' = any (?))",
                    regions);
        }
        return sql.add(")");
    }

    // ZIP+4: the gazetteer knows the first five digits.
    private static String fiveDigits(String postcode) {
        return postcode.matches("\\d{5}-\\d{4}") ? postcode.substring(0, 5) : postcode;
    }
}
