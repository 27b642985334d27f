package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.StatedTerms;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;

/** What must hold between the members of one record. */
public final class RecordRules implements RowRules {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private final StatedTerms terms;
    private final FactRules factRules;
    private final RetiredNumbers retired;
    private final SiteCheck sites;

    /** Whether what a location says of where it is agrees; it finds no faults. */
    interface SiteCheck {
        void check(ObjectNode location, JsonPath place, Findings findings);
    }

    RecordRules(StatedTerms terms, RetiredNumbers retired, SiteCheck sites) {
        this.terms = terms;
        this.factRules = new FactRules(terms);
        this.retired = retired;
        this.sites = sites;
    }

    @Override
    public void check(Class<?> form, ObjectNode record, JsonPath place, Findings findings) {
        if (form == ServiceRecord.class) {
            ages(record, place, findings);
            sameIds(record, "organization", place, findings);
            factRules.check(record.path("facts"), place.at("facts"), findings);
            eligibility(record.get("eligibility"), place.at("eligibility"), findings);
        } else if (form == OrganizationRecord.class) {
            PartnerRules.check(record, place, findings);
        } else if (form == ServiceAtLocationRecord.class) {
            sameIds(record, "location", place, findings);
            sameIds(record, "service", place, findings);
        } else if (form == LocationRecord.class) {
            bounded(record.get("latitude"), POLE, place.at("latitude"), findings);
            bounded(record.get("longitude"), DATE_LINE, place.at("longitude"), findings);
            sites.check(record, place, findings);
        } else if (form == Phone.class) {
            phone(record, place, findings);
        } else if (form == Language.class) {
            LanguageRules.check(record, place, findings);
        } else if (form == Schedule.class) {
            ScheduleRules.check(record, place, findings);
        }
        TranslationRules.check(record.path("translations"), place.at("translations"), findings);
        retired.checkTexts(record, place, findings);
    }

    private void ages(ObjectNode service, JsonPath place, Findings findings) {
        var youngest = service.get("minimum_age");
        var oldest = service.get("maximum_age");
        if (isNumber(youngest) && youngest.decimalValue().signum() < 0) {
            findings.fault(place.at("minimum_age"), youngest.asText(), "must be 0 or more");
        }
        if (isNumber(youngest) && isNumber(oldest) && youngest.decimalValue().compareTo(oldest.decimalValue()) > 0) {
            findings.fault(
                    place.at("minimum_age"),
                    youngest.asText(),
                    "must be at most maximum_age (" + oldest.asText() + ")");
        }
    }

    private static boolean isNumber(@Nullable JsonNode value) {
        return value != null && value.isNumber();
    }

    /** A record and the id that names it must be one. */
    private void sameIds(ObjectNode record, String nested, JsonPath place, Findings findings) {
        var named = JsonMembers.id(record, nested + "_id");
        var given = JsonMembers.id(record.path(nested), "id");
        if (named != null && given != null && !named.equals(given)) {
            findings.fault(
                    place.at(nested + "_id"),
                    named.toString(),
                    "must be the id of the nested " + nested + " (" + given + ")");
        }
    }

    private void bounded(@Nullable JsonNode degrees, BigDecimal bound, JsonPath place, Findings findings) {
        if (degrees != null
                && degrees.isNumber()
                && degrees.decimalValue().abs().compareTo(bound) > 0) {
            findings.warning(place, null, "is kept but not searched: it must be -" + bound + " to " + bound);
        }
    }

    private void phone(ObjectNode phone, JsonPath place, Findings findings) {
        var number = JsonMembers.text(phone, "number");
        if (number == null) {
            return;
        }
        retired.reason(number)
                .ifPresent(reason ->
                        findings.fault(place.at("number"), number, "is retired and may not be published: " + reason));
    }

    private void eligibility(@Nullable JsonNode rule, JsonPath place, Findings findings) {
        if (rule != null) {
            for (var fault : terms.ruleFaults(rule, place.toString())) {
                findings.inside(place, fault);
            }
        }
    }
}
