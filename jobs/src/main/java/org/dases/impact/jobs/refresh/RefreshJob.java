// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.contract.ContractReader;
import org.dases.impact.connectors.contractservice.ContractService;
import org.dases.impact.connectors.contractservice.Fetched;
import org.dases.impact.connectors.contractservice.Patience;
import org.dases.impact.connectors.contractservice.ServiceKind;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.jobs.refresh.Refreshed.Outcome;
import org.dases.impact.jobs.workspace.ContractServices;
import org.dases.impact.jobs.workspace.ContractServices.ServicePlace;
import org.dases.impact.jobs.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Asks contract services for the contracts of a workspace. A version that has changed takes the place of the copy, and
 * both are kept; what could not be asked is left as it is, and told.
 */
public final class RefreshJob {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final Map<String, String> environment;
    private final Clock clock;
    private final ContractCopies copies;
    private final Map<ServiceKind, Optional<ContractService>> services = new EnumMap<>(ServiceKind.class);
    private final Map<ServiceKind, Fetched.Failed> down = new EnumMap<>(ServiceKind.class);

    /**
     * A job on a workspace.
     *
     * @param workspace says which services there are
     * @param environment for secrets that lie in environment variables
     * @param clock the time
     */
    public RefreshJob(Workspace workspace, Map<String, String> environment, Clock clock) {
        this.workspace = workspace;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.copies = new ContractCopies(workspace.folder());
    }

    /**
     * Asks.
     *
     * @param wanted identifiers of the contracts to ask for
     * @param write whether to keep the answers; else nothing is changed
     * @return what came of each, in the order of their files; nothing where no service is configured
     */
    public List<Refreshed> run(Predicate<String> wanted, boolean write) {
        List<Refreshed> refreshed = new ArrayList<>();
        workspace.settings().contractServices().ifPresent(configured -> {
            services.clear();
            down.clear();
            ContractFolder.read(workspace.folder().resolve("contracts"))
                    .contracts()
                    .forEach((file, contract) -> {
                        if (wanted.test(contract.id())) {
                            refreshed.add(refresh(configured, file, contract, write));
                        }
                    });
        });
        return refreshed;
    }

    private Refreshed refresh(ContractServices configured, String file, Contract contract, boolean write) {
        ServiceKind kind = ServiceKind.of(contract.kind());
        ServicePlace place = configured.places().get(kind);
        if (place == null) {
            return new Refreshed(file, contract.id(), Outcome.NO_SERVICE, "");
        }
        Optional<ContractService> service = services.computeIfAbsent(kind, each -> service(place, configured));
        if (service.isEmpty()) {
            return new Refreshed(
                    file,
                    contract.id(),
                    Outcome.NO_SECRET,
                    place.secret().orElseThrow().text());
        }
        // A service that nobody could reach is not waited for again for each of its contracts.
        @Nullable Fetched known = down.get(kind);
        Fetched fetched = known == null ? service.get().fetch(contract.kind(), contract.id()) : known;
        if (fetched instanceof Fetched.Document document) {
            return given(file, contract, document.bytes(), write);
        }
        if (fetched instanceof Fetched.Gone gone) {
            if (write) {
                copies.gone(contract.id(), clock.instant());
            }
            return new Refreshed(file, contract.id(), Outcome.GONE, Integer.toString(gone.status()));
        }
        Fetched.Failed failed = (Fetched.Failed) fetched;
        if (failed.reason() == Fetched.Reason.TIMEOUT || failed.reason() == Fetched.Reason.UNREACHABLE) {
            down.put(kind, failed);
        }
        return new Refreshed(
                file, contract.id(), Outcome.valueOf(failed.reason().name()), failed.detail());
    }

    /** Empty when the secret that the place names is not there, or none that can be sent. */
    private Optional<ContractService> service(ServicePlace place, ContractServices configured) {
        Patience patience = Patience.of(configured.timeout());
        if (place.secret().isEmpty()) {
            return Optional.of(new ContractService(place.url(), Optional.empty(), patience));
        }
        try {
            return place.secret()
                    .get()
                    .read(workspace.folder(), environment)
                    .filter(ContractService::canSend)
                    .map(secret -> new ContractService(place.url(), Optional.of(secret), patience));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Refreshed given(String file, Contract contract, byte[] bytes, boolean write) {
        return ContractReader.read(file, bytes, clock.instant())
                .match(
                        now -> given(file, contract, now, bytes, write),
                        problems -> new Refreshed(
                                file,
                                contract.id(),
                                Outcome.UNREADABLE,
                                problems.stream()
                                        .map(Problem::reason)
                                        .findFirst()
                                        .orElse("")));
    }

    private Refreshed given(String file, Contract before, Contract now, byte[] bytes, boolean write) {
        if (!now.id().equals(before.id()) || now.kind() != before.kind()) {
            return new Refreshed(file, before.id(), Outcome.ANOTHER, "");
        }
        Path path = workspace.folder().resolve(file);
        try {
            byte[] old = Files.readAllBytes(path);
            boolean same = saysTheSame(old, bytes);
            if (write) {
                keep(path, before, same ? before : now, old, bytes);
            }
            return new Refreshed(
                    file,
                    before.id(),
                    same ? Outcome.UNCHANGED : Outcome.CHANGED,
                    same ? "" : now.status() + ", " + now.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be kept in " + path, e);
        }
    }

    private void keep(Path path, Contract before, Contract now, byte[] old, byte[] bytes) throws IOException {
        copies.keep(before.id(), before.sha256(), old);
        if (!now.sha256().equals(before.sha256())) {
            copies.keep(now.id(), now.sha256(), bytes);
            ContractCopies.replace(path, bytes);
        }
        copies.confirmed(now.id(), now.sha256(), clock.instant());
    }

    /**
     * A service may write the members of an object in another order, which makes no other version; nor does the name of
     * the policy inside of an agreement, which Eclipse EDC makes up anew for each answer.
     */
    private static boolean saysTheSame(byte[] one, byte[] other) throws IOException {
        return said(one).equals(said(other));
    }

    private static JsonNode said(byte[] contract) throws IOException {
        JsonNode read = JSON.readTree(contract);
        if (read.path("@type").asText().endsWith("ContractAgreement")
                && read.get("policy") instanceof ObjectNode policy) {
            policy.remove("@id");
        }
        return read;
    }
}
