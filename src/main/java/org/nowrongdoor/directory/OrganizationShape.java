package org.nowrongdoor.directory;

import java.util.List;
import java.util.Set;
import org.nowrongdoor.http.Asked;
import org.nowrongdoor.http.Shape;

/** How much of an organisation is shown, and how much of its services.
 *  @param services FULL for all of them whole, SHALLOW for what there is one of */
record OrganizationShape(Shape organization, Shape services, Set<Kind> kinds) {

    static final List<String> NAMES = List.of("minimal", "full", "full_service", "kind");
    static final List<String> NAMES_OF_ONE = List.of("full", "full_service", "kind");

    /** What a list asks for: services come with everything else, and whole when that is asked for. */
    static OrganizationShape of(Asked asked) {
        boolean wholeServices = asked.flag("full_service", false);
        var shape = Shape.of(asked);
        return new OrganizationShape(
                wholeServices && shape == Shape.SHALLOW ? Shape.FULL : shape,
                wholeServices ? Shape.FULL : Shape.SHALLOW,
                Kinds.of(asked));
    }

    /** One organisation by its id when nothing else is asked for: everything, its services by what there is one of. */
    static OrganizationShape ofOne() {
        return new OrganizationShape(Shape.FULL, Shape.SHALLOW, Kinds.helping());
    }

    /** What is asked of one organisation by its id. */
    static OrganizationShape ofOne(Asked asked) {
        return new OrganizationShape(
                Shape.ofOne(asked), asked.flag("full_service", false) ? Shape.FULL : Shape.SHALLOW, Kinds.of(asked));
    }
}
