package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.http.record.HsdsShape;

/** What the index keeps of a service to answer from, without a look into the database.
 *  @param needs codes of the needs met, with their ancestors
 *  @param facts code and value of every fact that is stated
 *  @param zone IANA time zone of the service's place; null where no place is known
 *  @param prepared what is made of it, never stored
 *  @param verifiedOn when the record was last verified; null where it never was */
@HsdsShape
public record StoredService(
        HitService service,
        List<Disclosure> disclosures,
        List<String> needs,
        List<String> channels,
        @Nullable JsonNode eligibility,
        Map<String, JsonNode> facts,
        List<Schedule> schedules,
        @Nullable String zone,
        @Nullable LocalDate verifiedOn,
        @Nullable Capacity capacity,
        @Nullable String discreetName,
        @JsonIgnore DerivedValues prepared) {

    public StoredService {
        prepared = Objects.requireNonNullElseGet(prepared, DerivedValues::new);
    }
}
