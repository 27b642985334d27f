package org.nowrongdoor.access;

import static org.nowrongdoor.access.EndpointRule.act;
import static org.nowrongdoor.access.EndpointRule.keyed;
import static org.nowrongdoor.access.EndpointRule.read;
import static org.nowrongdoor.access.EndpointRule.shared;
import static org.nowrongdoor.access.caller.Scope.DIRECTORY_APPROVE;
import static org.nowrongdoor.access.caller.Scope.DIRECTORY_VET;
import static org.nowrongdoor.access.caller.Scope.DIRECTORY_WRITE;
import static org.nowrongdoor.access.caller.Scope.KEYS_ADMIN;
import static org.nowrongdoor.access.caller.Scope.REFERRALS_ANSWER;
import static org.nowrongdoor.access.caller.Scope.REFERRALS_WRITE;
import static org.nowrongdoor.access.caller.Scope.STATS_READ;

import java.util.List;

/** The one table of who may use which endpoint. The check, the description and the tests are made from it;
 *  an endpoint that has no row is refused to everybody. */
public final class EndpointRules {

    /** Every row. */
    public static final List<EndpointRule> ALL = List.of(
            // The directory, as HSDS reads it
            read("GET", "/"),
            read("GET", "/services"),
            read("POST", "/services"),
            read("GET", "/services/{id}"),
            read("GET", "/organizations"),
            read("POST", "/organizations"),
            read("GET", "/organizations/{id}"),
            read("GET", "/organizations/{id}/partners"),
            read("GET", "/organizations/{id}/vetting"),
            read("GET", "/service_at_locations"),
            read("POST", "/service_at_locations"),
            read("GET", "/service_at_locations/{id}"),
            read("GET", "/locations/{id}"),
            read("GET", "/taxonomies"),
            read("POST", "/taxonomies"),
            read("GET", "/taxonomies/{id}"),
            read("GET", "/taxonomy_terms"),
            read("POST", "/taxonomy_terms"),
            read("GET", "/taxonomy_terms/{id}"),
            // Search and the catalogues
            read("GET", "/search"),
            read("POST", "/search"),
            read("POST", "/plan"),
            read("GET", "/suggest"),
            read("GET", "/safety"),
            read("GET", "/regions"),
            read("GET", "/regions/{id}"),
            read("GET", "/regions/{state}/{place}"),
            read("GET", "/legal-notes"),
            read("GET", "/lenses"),
            read("GET", "/facts"),
            read("GET", "/attributes"),
            // The same as FHIR reads it
            read("GET", "/fhir/metadata"),
            read("GET", "/fhir/HealthcareService"),
            read("POST", "/fhir/HealthcareService/_search"),
            read("GET", "/fhir/HealthcareService/{id}"),
            read("GET", "/fhir/Organization"),
            read("POST", "/fhir/Organization/_search"),
            read("GET", "/fhir/Organization/{id}"),
            read("GET", "/fhir/Location"),
            read("POST", "/fhir/Location/_search"),
            read("GET", "/fhir/Location/{id}"),
            keyed("GET", "/fhir/Task/{id}", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/fhir/ServiceRequest/{id}", REFERRALS_WRITE, REFERRALS_ANSWER),
            // Referrals
            keyed("POST", "/referrals/preview", REFERRALS_WRITE),
            keyed("POST", "/referrals", REFERRALS_WRITE),
            keyed("GET", "/referrals", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/referrals/{id}", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/referrals/{id}/events", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("POST", "/referrals/{id}/transitions", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("DELETE", "/referrals/{id}", REFERRALS_WRITE),
            act("POST", "/referrals/status"),
            act("POST", "/referrals/feedback"),
            read("GET", "/services/{id}/feedback"),
            keyed("GET", "/services/{id}/outcomes", REFERRALS_WRITE, REFERRALS_ANSWER),
            read("GET", "/stats/referrals"),
            read("GET", "/stats/coverage"),
            act("GET", "/answer/{token}"),
            act("POST", "/answer/{token}"),
            keyed("POST", "/webhooks", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/webhooks", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/webhooks/{id}", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("DELETE", "/webhooks/{id}", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("POST", "/webhooks/{id}/resume", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("GET", "/webhooks/{id}/deliveries", REFERRALS_WRITE, REFERRALS_ANSWER),
            keyed("POST", "/webhooks/{id}/deliveries/{delivery_id}/replay", REFERRALS_WRITE, REFERRALS_ANSWER),
            // Editing
            keyed("PUT", "/services/{id}", DIRECTORY_WRITE),
            keyed("PATCH", "/services/{id}", DIRECTORY_WRITE),
            keyed("DELETE", "/services/{id}", DIRECTORY_WRITE),
            keyed("PUT", "/organizations/{id}", DIRECTORY_WRITE),
            keyed("PATCH", "/organizations/{id}", DIRECTORY_WRITE),
            keyed("DELETE", "/organizations/{id}", DIRECTORY_WRITE),
            keyed("PUT", "/locations/{id}", DIRECTORY_WRITE),
            keyed("PATCH", "/locations/{id}", DIRECTORY_WRITE),
            keyed("DELETE", "/locations/{id}", DIRECTORY_WRITE),
            shared("PUT", "/legal-notes/{id}", DIRECTORY_WRITE),
            shared("DELETE", "/legal-notes/{id}", DIRECTORY_WRITE),
            shared("PUT", "/taxonomy_terms/{id}", DIRECTORY_WRITE),
            shared("PATCH", "/taxonomy_terms/{id}", DIRECTORY_WRITE),
            shared("DELETE", "/taxonomy_terms/{id}", DIRECTORY_WRITE),
            read("GET", "/services/{id}/history"),
            read("GET", "/organizations/{id}/history"),
            read("GET", "/locations/{id}/history"),
            keyed("PUT", "/services/{id}/capacity", DIRECTORY_WRITE),
            keyed("POST", "/services/{id}/invitations", DIRECTORY_WRITE),
            keyed("DELETE", "/services/{id}/invitations", DIRECTORY_WRITE),
            act("GET", "/provider/{token}"),
            act("PATCH", "/provider/{token}"),
            act("PUT", "/provider/{token}/capacity"),
            act("GET", "/provider/{token}/statement"),
            act("PUT", "/provider/{token}/statement"),
            act("POST", "/provider/{token}/statement"),
            act("GET", "/provider/{token}/page"),
            act("POST", "/provider/{token}/page"),
            act("POST", "/provider/{token}/decline"),
            act("GET", "/provider/{token}/vetting"),
            act("POST", "/organizations/{id}/vetting/{concern}/reply"),
            keyed("POST", "/organizations/{id}/vetting", DIRECTORY_VET),
            keyed("POST", "/organizations/{id}/vetting/{concern}/reviews", DIRECTORY_VET),
            keyed("DELETE", "/organizations/{id}/vetting/{concern}", DIRECTORY_VET),
            keyed("POST", "/services/{id}/verifications", DIRECTORY_WRITE),
            keyed("GET", "/verifications", DIRECTORY_WRITE),
            act("POST", "/provider/{token}/verifications"),
            act("POST", "/services/{id}/corrections"),
            act("POST", "/corrections/withdrawal"),
            keyed("GET", "/corrections", DIRECTORY_APPROVE),
            keyed("POST", "/corrections/{id}/decision", DIRECTORY_APPROVE),
            keyed("GET", "/declined-listings", DIRECTORY_WRITE),
            keyed("DELETE", "/declined-listings/{id}", DIRECTORY_APPROVE),
            keyed("GET", "/retired-numbers", DIRECTORY_WRITE),
            keyed("GET", "/retired-numbers/{number}", DIRECTORY_WRITE),
            shared("PUT", "/retired-numbers/{number}", DIRECTORY_WRITE),
            shared("DELETE", "/retired-numbers/{number}", DIRECTORY_WRITE),
            keyed("POST", "/services/{id}/policy-approvals", DIRECTORY_APPROVE),
            keyed("POST", "/locations/{id}/policy-approvals", DIRECTORY_APPROVE),
            // Imports and the feed
            keyed("POST", "/imports", DIRECTORY_WRITE),
            keyed("GET", "/imports/{id}", DIRECTORY_WRITE),
            keyed("GET", "/imports/{id}/faults", DIRECTORY_WRITE),
            keyed("GET", "/faults", DIRECTORY_WRITE),
            read("GET", "/changes"),
            // Keys and what staff did
            keyed("POST", "/keys", KEYS_ADMIN),
            keyed("GET", "/keys", KEYS_ADMIN),
            keyed("GET", "/keys/{id}", KEYS_ADMIN),
            keyed("DELETE", "/keys/{id}", KEYS_ADMIN),
            keyed("POST", "/keys/{id}/rotation", KEYS_ADMIN),
            keyed("GET", "/audit", KEYS_ADMIN),
            // What an operator counts
            keyed("GET", "/q/metrics", STATS_READ),
            // Pages
            read("GET", "/problems"),
            read("GET", "/problems/{slug}"));

    private EndpointRules() {}
}
