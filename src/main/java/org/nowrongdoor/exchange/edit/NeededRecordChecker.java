package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import org.nowrongdoor.directory.store.Locations;
import org.nowrongdoor.directory.store.Services;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.taxonomy.TermRepository;

/** Refuses to remove a record that others need. */
@Singleton
class NeededRecordChecker {

    private final Services services;
    private final Locations locations;
    private final TermRepository terms;

    NeededRecordChecker(Services services, Locations locations, TermRepository terms) {
        this.services = services;
        this.locations = locations;
        this.terms = terms;
    }

    /** Looks in the caller's transaction.
     *  @throws ProblemException CONFLICT with how many need it */
    void check(EditRequest edit) {
        switch (edit.entity()) {
            case ORGANIZATION -> {
                refuse(services.count("organizationId", edit.id()), "services belong to it");
                refuse(locations.count("organizationId", edit.id()), "locations belong to it");
            }
            case TAXONOMY_TERM -> {
                refuse(services.count("array_contains(termIds, ?1)", edit.id()), "services carry it");
                refuse(terms.countUnder(edit.id()), "terms lie under it");
            }
            default -> {}
        }
    }

    private static void refuse(long count, String what) {
        if (count > 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, count + " " + what + ": delete or move them first");
        }
    }
}
