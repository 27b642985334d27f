package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.ToldText;
import org.nowrongdoor.http.record.HsdsShape;

/** What the index keeps of a service to answer from, without a look into the database.
 *  @param told conditions, cost and what else is told before contact
 *  @param needs codes of the needs met, with their ancestors
 *  @param eligibility the rule that it states; null where it states none, or only in words
 *  @param facts code and value of every fact that is stated
 *  @param languages as the index carries them
 *  @param hours the service's own, or those of each of its locations
 *  @param translations of the texts of {@code service}, by the code of their language
 *  @param partners who introduces to its organisation, and who gives legal advice to its clients
 *  @param prepared what is made of it, never stored
 *  @param verifiedOn when the record was last verified; null where it never was */
@HsdsShape
public record StoredService(
        HitService service,
        List<Disclosure> disclosures,
        BeforeContact told,
        List<String> needs,
        List<String> channels,
        List<String> languages,
        @Nullable JsonNode eligibility,
        @Nullable String eligibilityDescription,
        Map<String, JsonNode> facts,
        List<LocationSchedules> hours,
        @Nullable LocalDate verifiedOn,
        @Nullable Capacity capacity,
        @Nullable String discreetName,
        Map<String, HitTranslation> translations,
        List<Partner> partners,
        @JsonIgnore DerivedValues prepared) {

    /** A partner of the organisation of a service.
     *  @param relation {@code introduces} or {@code gives_legal_advice} */
    public record Partner(UUID organizationId, String relation) {}

    private static final DerivedValues.Key<Map<String, HitService>> IN_LANGUAGES = new DerivedValues.Key<>();

    public StoredService {
        prepared = Objects.requireNonNullElseGet(prepared, DerivedValues::new);
    }

    /** The service with its texts in a language, or else as the record has them.
     *  @param lang {@code en} or {@code es} */
    public HitService service(String lang) {
        return lang.equals(ToldText.ORIGINAL)
                ? service
                : prepared.get(IN_LANGUAGES, ConcurrentHashMap::new)
                        .computeIfAbsent(lang, said -> service.in(translations.get(said)));
    }
}
