package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.explain.Match;

/** A service found. Disclosures and conditions stand first, before any way to reach it.
 *  @param conditions what it asks of the client or what limits them, those that matter most to this client first
 *  @param cost null in an answer that must be readable over a shoulder
 *  @param ledBy {@code sex_worker}, {@code survivor} and {@code peer}
 *  @param contactPreference {@code public}, {@code introduction}, {@code partners_only} or {@code unknown}; null as cost is
 *  @param requiredDocuments papers to bring, in the provider's words
 *  @param written its parts that are the same for every caller; null where an answer shows less of them
 *  @param reach why it answers for the place that was asked for; empty where none was
 *  @param textsLang the language of {@code required_documents}, where it is not the one that was asked for
 *  @param elsewhere whether it does not answer for the place that the words were read as; absent where it does */
public record Hit(
        List<Disclosure> disclosures,
        List<StatedCondition> conditions,
        BeforeContact.@Nullable Cost cost,
        List<String> ledBy,
        @Nullable String contactPreference,
        List<String> requiredDocuments,
        @JsonSerialize(using = CachedJson.ServicePart.class) HitService service,
        List<String> meets,
        @JsonSerialize(using = CachedJson.MatchPart.class) Match match,
        List<String> unknownFacts,
        @Nullable Double distanceKm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reach> reach,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean elsewhere,
        Open open,
        Freshness freshness,
        Capacity capacity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> textsLang,
        @JsonIgnore @Nullable CachedJson written) {

    /** The same with a service that tells more. */
    public Hit with(HitService fuller) {
        return new Hit(
                disclosures,
                conditions,
                cost,
                ledBy,
                contactPreference,
                requiredDocuments,
                fuller,
                meets,
                match,
                unknownFacts,
                distanceKm,
                reach,
                elsewhere,
                open,
                freshness,
                capacity,
                textsLang,
                written == null ? null : written.withoutService());
    }

    /** By what a service answers for a place: its telephone and its staff reach the area, or its door is near. */
    @Schema(name = "HitReach")
    public enum Reach {
        @JsonProperty("area")
        AREA,
        @JsonProperty("site")
        SITE
    }

    /** Whether the service is open now, or at the moment that was asked for.
     *  @param state {@code open}, {@code closed}, {@code call_first} or {@code unknown}
     *  @param until when it closes; null where unknown
     *  @param opensAt when it opens next; null where unknown
     *  @param at the moment that was asked for; absent where it is now
     *  @param locations the same of each public location, where their hours differ: the service is open while any of its
     *      locations is, and closed when all of them are */
    @Schema(name = "OpenStatus")
    public record Open(
            String state,
            @Nullable String until,
            @Nullable String opensAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String at,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OpenLocation> locations) {

        /** The same for the service as a whole. */
        public Open asAWhole() {
            return new Open(state, until, opensAt, at, List.of());
        }
    }

    /** Whether a service is open at one of its locations. */
    public record OpenLocation(
            UUID id,
            String state,
            @Nullable String until,
            @Nullable String opensAt) {}

    /** When the record was last verified; stale where that is long ago or never. */
    @JsonInclude
    public record Freshness(@Nullable LocalDate verifiedOn, boolean stale) {}
}
