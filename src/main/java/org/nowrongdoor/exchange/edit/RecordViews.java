package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.directory.LocationViews;
import org.nowrongdoor.directory.OrganizationViews;
import org.nowrongdoor.directory.ServiceViews;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.taxonomy.TermViews;

/** The records that are edited by hand as {@code GET} shows them, so that an edit is answered with the same bytes and the
 *  same tag. */
@Singleton
class RecordViews {

    private final ServiceViews services;
    private final OrganizationViews organizations;
    private final LocationViews locations;
    private final TermViews terms;

    RecordViews(ServiceViews services, OrganizationViews organizations, LocationViews locations, TermViews terms) {
        this.services = services;
        this.organizations = organizations;
        this.locations = locations;
        this.terms = terms;
    }

    /** The record as it stands in the caller's transaction. */
    Optional<RenderedRecord> find(ChangedEntity entity, UUID id) {
        return switch (entity) {
            case SERVICE -> services.find(id);
            case ORGANIZATION -> organizations.find(id);
            case LOCATION -> locations.find(id);
            case TAXONOMY_TERM -> terms.find(id);
            case SERVICE_AT_LOCATION, TAXONOMY -> Optional.empty();
        };
    }
}
