package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.explain.Match;

/** A service found. Disclosures stand first, before any way to reach it.
 *  @param written its parts that are the same for every caller; null where an answer shows less of them
 *  @param reach why it answers for the place that was asked for; empty where none was */
public record Hit(
        List<Disclosure> disclosures,
        @JsonSerialize(using = CachedJson.ServicePart.class) HitService service,
        List<String> meets,
        @JsonSerialize(using = CachedJson.MatchPart.class) Match match,
        List<String> unknownFacts,
        @Nullable Double distanceKm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reach> reach,
        Open open,
        Freshness freshness,
        Capacity capacity,
        @JsonIgnore @Nullable CachedJson written) {

    /** By what a service answers for a place: its telephone and its staff reach the area, or its door is near. */
    public enum Reach {
        @JsonProperty("area")
        AREA,
        @JsonProperty("site")
        SITE
    }

    /** Whether the service is open.
     *  @param state {@code open}, {@code closed}, {@code call_first} or {@code unknown}
     *  @param until when it closes; null where unknown
     *  @param opensAt when it opens next; null where unknown */
    public record Open(
            String state, @Nullable String until, @Nullable String opensAt) {}

    /** When the record was last verified; stale where that is long ago or never. */
    @JsonInclude
    public record Freshness(@Nullable LocalDate verifiedOn, boolean stale) {}
}
