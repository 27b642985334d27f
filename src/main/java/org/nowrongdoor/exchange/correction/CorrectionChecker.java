package org.nowrongdoor.exchange.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Checks a correction and cuts what it may not tell. */
final class CorrectionChecker {

    private static final String OTHER = "other";
    private static final Pattern STEP = Pattern.compile("[/.]");

    private CorrectionChecker() {}

    /** The correction as it is kept: the member of the service instead of the whole way into it, and no address of a place
     *  that is not public.
     *  @param isGuarded whether the service, its locations or another of its organisation is not public
     *  @throws ProblemException UNPROCESSABLE naming everything that is missing or wrong */
    static NewCorrection checked(NewCorrection given, boolean isGuarded) {
        var faults = new ArrayList<Fault>();
        var field = member(given.field(), faults);
        var says = given.says().strip();
        if (says.isEmpty()) {
            faults.add(new Fault("/says", "says must hold a word at least"));
        }
        var credit = given.creditOrNone();
        var name = credit.text() == null ? "" : credit.text().strip();
        if (credit.mode() == CreditMode.NONE && !name.isEmpty()) {
            faults.add(new Fault("/credit/text", "credit.text must be left out where credit.mode is none"));
        } else if (credit.mode() != CreditMode.NONE && name.isEmpty()) {
            faults.add(new Fault(
                    "/credit/text", "credit.text must say how to name you; send credit.mode none to stay unnamed"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, faults.get(0).detail(), faults);
        }
        // A name is shown to everyone, so it never holds an address, whatever the service is.
        return new NewCorrection(
                field,
                isGuarded ? AddressDetector.withhold(says) : says,
                new NewCorrection.Credit(credit.mode(), shown(credit.mode(), name)));
    }

    private static @Nullable String shown(CreditMode mode, String name) {
        return mode == CreditMode.NONE ? null : AddressDetector.withhold(name);
    }

    private static String member(String field, List<Fault> faults) {
        var path = field.strip().startsWith("/") ? field.strip().substring(1) : field.strip();
        var member = STEP.split(path, 2)[0];
        var known =
                new TreeSet<>(RecordSchema.of(ChangedEntity.SERVICE).fields().keySet());
        known.add(OTHER);
        if (!known.contains(member)) {
            faults.add(new Fault(
                    "/field",
                    "field must be a member of a service such as phones, or other" + NearestName.hint(member, known)));
        }
        return member;
    }
}
